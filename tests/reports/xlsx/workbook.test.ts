import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import type { Sheet } from '#lib/reports/xlsx/sheet.ts';
import { sheetNames } from '#lib/reports/xlsx/sheet-names.ts';
import { xlsx } from '#lib/reports/xlsx/workbook.ts';
import { partsOf } from '../parts.ts';
import { repetitions } from '#tests/repetitions.ts';

const sheet: Sheet = {
  name: 'Critères',
  heading: ['Un titre', 'Un sous-titre'],
  columns: [
    { label: 'Critère', kind: 'text' },
    { label: 'Atteinte', kind: 'share' }
  ],
  rows: [
    ['=1+1', 1 / 3],
    ['+b', 0],
    ['-c', 1],
    ['@d', null],
    ['\te', 0.5],
    ['\rf', 2]
  ],
  notes: ['Une note']
};

function bytesOf(...sheets: Sheet[]) {
  return xlsx({ title: 'T', date: '2026-09-30', sheets });
}

async function gridOf(bytes: Uint8Array, name?: string) {
  const read = await readContainer({ zip: bytes, sheet: name });
  if (!('grid' in read)) throw new Error(JSON.stringify(read));
  return read.grid.rows;
}

describe('a workbook', () => {
  test('holds numbers as numbers, unrounded, and text that looks like a formula as text', async () => {
    const parts = await partsOf(bytesOf(sheet));
    const xml = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(xml).toContain(`<v>${1 / 3}</v>`);
    expect(xml).not.toContain('<f>');
    // 6 texts that a spreadsheet would run, all of them shared strings of the look « quoted »
    expect(xml.match(/ s="6" t="s"/g)).toHaveLength(6);
    expect(parts.get('xl/styles.xml')?.toString()).toContain('quotePrefix="1"');
    expect(parts.get('xl/sharedStrings.xml')?.toString()).toContain('>=1+1<');
  });

  test('is read back as it was written', async () => {
    const rows = await gridOf(bytesOf(sheet));
    expect(rows.flat()).toEqual(expect.arrayContaining(['Un titre', 'Critère', '=1+1', 'Une note']));
  });

  test('gives the same bytes for the same contents', () => {
    expect(Buffer.from(bytesOf(sheet)).equals(Buffer.from(bytesOf(sheet)))).toBe(true);
  });

  test('holds any text', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 5
    });
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const shown = list.map((text) => `x${text}`);
        const columns: Sheet['columns'] = shown.map(() => ({ label: 'C', kind: 'text' }));
        const [, row] = await gridOf(bytesOf({ name: 'S', columns, rows: [shown] }));
        expect(row).toEqual(shown.map(asRead));
      }),
      { numRuns: repetitions(8) }
    );
  });

  test('makes a row as high as its longest text, for not every program does', async () => {
    const words = 'un constat de quelques mots '.repeat(5).trim();
    const rows = [['court'], [words], ['a\nb\nc'], ['x'.repeat(150)]];
    const columns: Sheet['columns'] = [{ label: 'Constat', kind: 'text' }];
    const parts = await partsOf(bytesOf({ name: 'S', columns, rows }));
    const xml = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    const heights = [...xml.matchAll(/<row [^>]*>/g)].map(([tag]) => /ht="(\d+)"/.exec(tag)?.[1]);
    expect(heights).toEqual([undefined, undefined, '42', '42', '42']);
  });

  test('joins cells under a long line, hatches what is withheld, and says its cautions on every printed page', async () => {
    const note = 'une mise en garde de quelques mots, '.repeat(9);
    const own: Sheet = {
      ...sheet,
      rows: [['a', 'case masquée']],
      notes: [note, 'courte'],
      isMasked: (_, column) => column === 1
    };
    const bytes = xlsx({ title: 'T', date: '2026-09-30', sheets: [own], footer: 'A & B' });
    const parts = await partsOf(bytes);
    const xml = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(xml).toMatch(/<mergeCells count="1"><mergeCell ref="A7:[A-Z]+7"\/><\/mergeCells><pageMargins/);
    expect(xml).toContain('<oddFooter>&amp;L&amp;8A &amp;&amp; B&amp;R&amp;8&amp;P / &amp;N</oddFooter>');
    const [, look = ''] = /<c r="B5" s="(\d+)"/.exec(xml) ?? [];
    const styles = parts.get('xl/styles.xml')?.toString() ?? '';
    const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
    expect(formats[Number(look)]?.[0]).toContain('fillId="2"');
    expect(await gridOf(bytes)).toContainEqual([note]);
  });

  test('names its sheets so that any program takes them', async () => {
    const names = sheetNames([
      'a/b',
      'A:b',
      'x'.repeat(40),
      'x'.repeat(41),
      "'History'",
      '',
      '📊'.repeat(20)
    ]);
    expect(names).toEqual([
      'a b',
      'A b (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'Palier',
      'Palier (2)',
      '📊'.repeat(15)
    ]);
    const bytes = bytesOf({ ...sheet, name: 'a/b' }, { ...sheet, name: 'A:b', rows: [['autre', 3]] });
    expect((await gridOf(bytes, 'A b (2)')).flat()).toContain('autre');
  });

  test('without rows or columns is still a workbook', async () => {
    const parts = await partsOf(bytesOf({ name: 'Vide', columns: [], rows: [] }));
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString()).toContain('<sheetData></sheetData>');
  });
});

/** Our reader gives texts as a person would type them: trimmed of what XML can't hold, with plain line ends. */
function asRead(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
