import { beforeAll, describe, expect, it } from 'vitest';
import { openFiles } from '#lib/commands/open-files.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { delimited, file, longRow, questionnaire, wideRow } from '#tests/ingest/builders.ts';
import { mutated, randomFrom } from '#tests/ingest/containers/mutations.ts';
import { workbook, workbookParts } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { parquetTable } from '#tests/server/parquet-writer.ts';
import { repetitions } from '#tests/repetitions.ts';

const criteria = questionnaire();
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
/** Each file starts a thread: some dozens of them by default, thousands in the long tests. */
const runs = repetitions(1);
const mostMilliseconds = 5_000;

const rows = [wideRow({ corridor: 'Hôpital' }), wideRow({ product: 'Bêta', Q1: 'en partie' })];
const headings = Object.keys(rows[0] ?? {});
const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
const sheets = [
  { name: 'S', rows: [headings, ...cells.map((row) => row.map((c) => (/^\d$/.test(c) ? Number(c) : c)))] }
];
const csv = delimited([longRow(), longRow({ criterion: 'Q2' })]);

/** Whole files, also with parts that are not packed, so that what changes is not just the packing. */
const originals: [string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['a workbook', () => workbook({ sheets, isShared: true })],
  [
    'a workbook that is not packed',
    () => zip(...workbookParts({ sheets }).map((part) => ({ ...part, isStored: true })))
  ],
  [
    'an archive',
    () => zip({ name: 'x/a.csv', data: csv }, { name: 'b.xlsx', data: workbook({ sheets }), isStored: true })
  ],
  ['JSON', () => new TextEncoder().encode(JSON.stringify(rows, null, 1))],
  [
    'JSON of answers',
    () =>
      new TextEncoder().encode(
        JSON.stringify({ product: 'A', vendor: 'B', answers: [{ criterion: 'Q1', level: 2 }] })
      )
  ],
  ['Parquet', () => parquetTable(headings, cells)]
];

describe(`mutated containers (FUZZ_SEED=${seed})`, () => {
  describe.each(originals)('%s', (_, make) => {
    let original = new Uint8Array();
    beforeAll(async () => {
      original = Uint8Array.from(await make());
    });

    it('is read whole', async () => {
      const { files } = await openFiles([file(original, 'a.bin')], {});
      expect(files.flatMap((opened) => readAnswers(opened, criteria).responses).length).toBeGreaterThan(0);
    });

    it(
      'ends with answers or a problem, in time, and never throws',
      async () => {
        const random = randomFrom(seed);
        for (let i = 0; i < 10 * runs; i++) {
          const bytes = mutated(original, random);
          const start = performance.now();
          const { files, problems } = await openFiles([file(bytes, 'a.bin')], {});
          const parsed = files.map((opened) => readAnswers(opened, criteria));
          const found = [...problems, ...parsed.flatMap((one) => one.problems)];
          const took = performance.now() - start;
          const hex = Buffer.from(bytes).toString('hex');
          if (found.length === 0 && parsed.every(({ responses }) => responses.length === 0))
            expect.fail(`nothing said of ${hex}`);
          if (took > mostMilliseconds) expect.fail(`${took} ms for ${hex}`);
          for (const problem of found) expect(problemMessage(problem, 'fr')).not.toContain('undefined');
        }
      },
      120_000 * runs
    );
  });

  it('parts of a workbook, changed and packed again, so that their checksums are right', async () => {
    const random = randomFrom(seed);
    for (let i = 0; i < 60 * runs; i++) {
      const parts = workbookParts({ sheets, isShared: true });
      const changed = random(parts.length);
      const bytes = zip(
        ...parts.map((part, at) =>
          at === changed ? { ...part, data: mutated(new Uint8Array(Buffer.from(part.data)), random) } : part
        )
      );
      const start = performance.now();
      // in this thread: what throws here would have ended the reader's
      const read = await readContainer({ zip: bytes });
      expect(performance.now() - start).toBeLessThan(mostMilliseconds);
      expect('grid' in read || 'refusal' in read || 'archive' in read).toBe(true);
    }
  });
});
