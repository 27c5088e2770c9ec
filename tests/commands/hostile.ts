import { letters, sheetOf, workbook, workbookParts } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';

const mebibyte = 2 ** 20;

const zeros = (mebibytes: number) => new Uint8Array(mebibytes * mebibyte);
const sheet = (rows: string) => workbook({ sheets: [{ name: 'S', xml: sheetOf(rows) }] });

/** A text that packs badly, so that size alone counts. */
function noise(characters: number): string {
  let state = 1;
  return Array.from({ length: characters }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return letters((state >> 8) % 26);
  }).join('');
}

/** A sheet that claims to unpack to a mebibyte, and goes on. */
function lyingBomb(): Uint8Array {
  const data = Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(300 * mebibyte, ' ')]);
  const parts = workbookParts({ sheets: [{ name: 'S', rows: [] }] });
  return zip(
    ...parts.map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, data, claimedBytes: mebibyte } : part
    )
  );
}

/** Small entries that together claim much: a directory may let them all share the same packed bytes. */
function manyClaims(): Uint8Array {
  return zip(
    ...Array.from({ length: 400 }, (_, i) => ({ name: `${i}.csv`, data: '', claimedBytes: mebibyte }))
  );
}

/** Files made to harm, each with the reason for which it must be refused. */
export const hostile: [what: string, reason: string, make: () => Uint8Array | string][] = [
  ['a bomb that says so', 'unpacked', () => zip({ name: 'a.csv', data: zeros(300) })],
  [
    'a workbook that is a bomb',
    'unpacked',
    () => workbook({ sheets: [{ name: 'S', rows: [] }], parts: [{ name: 'x', data: zeros(257) }] })
  ],
  ['a smaller bomb', 'ratio', () => sheet(' '.repeat(40 * mebibyte))],
  ['a bomb that lies', 'zip_damaged', lyingBomb],
  ['many entries that claim much', 'unpacked', manyClaims],
  ['bombs in a bomb', 'nested', () => zip({ name: 'a.zip', data: zip({ name: 'b.csv', data: 'x' }) })],
  ['an over-long cell', 'long_cell', () => sheet(`<row><c t="str"><v>${noise(3_000_000)}</v></c></row>`)],
  ['an over-long formula', 'long_cell', () => sheet(`<row><c><f>${noise(3_000_000)}</f></c></row>`)],
  ['a text of a cell used everywhere', 'cells', () => sharedText()],
  ['a million columns', 'columns', () => sheet(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)],
  [
    'a million columns of text',
    'columns',
    () => `${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join()}\n1\n`
  ],
  [
    'wide rows',
    'cells',
    () =>
      sheet(
        Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
          ''
        )
      )
  ],
  ['deep XML', 'workbook_damaged', () => sheet('<a>'.repeat(1_000_000))],
  [
    'an entity that grows',
    'workbook_damaged',
    () =>
      workbook({
        sheets: [
          {
            name: 'S',
            xml: `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}"><!ENTITY d "${'&b;'.repeat(1000)}">]><a>&d;</a>`
          }
        ]
      })
  ],
  ['deep JSON', 'json_depth', () => '['.repeat(20_000_000)],
  [
    'a million JSON fields',
    'columns',
    () => JSON.stringify([Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`c${i}`, 1]))])
  ],
  [
    'macros called .xlsx',
    'macros',
    () => workbook({ sheets: [{ name: 'S', rows: [] }], parts: [{ name: 'xl/vbaProject.bin', data: 'x' }] })
  ],
  [
    'other workbooks’ values',
    'external_links',
    () =>
      workbook({
        sheets: [{ name: 'S', rows: [] }],
        parts: [{ name: 'xl/externalLinks/externalLink1.xml', data: 'x' }]
      })
  ],
  ['a way out of the folder', 'unsafe_name', () => zip({ name: '../../etc/cron.d/a.csv', data: 'x' })],
  ['a link', 'symlink', () => zip({ name: 'a.csv', data: '/etc/passwd', mode: 0o120777 })],
  ['a password', 'encrypted', () => zip({ name: 'a.csv', data: 'x', isEncrypted: true })],
  ['half a workbook', 'zip_damaged', () => workbook([['a'], [1]]).slice(0, 700)],
  ['an archive of nothing', 'empty_archive', () => zip({ name: 'readme.md', data: 'x' })],
  ['a Parquet file that was cut', 'parquet_damaged', () => 'PAR1 and no more']
];

function sharedText(): Uint8Array {
  const text = noise(32_000);
  const rows = Array.from({ length: 5_000 }, () => [text]);
  return workbook({ isShared: true, sheets: [{ name: 'S', rows: [['a'], ...rows] }] });
}
