import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFiles } from '#lib/commands/open-files.ts';
import { fold } from '#lib/i18n/fold.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import type { InputFile, OpenedFile, ParsedResponse } from '#lib/ingest/types.ts';
import { criterionRow, delimited, file, questionnaire, type Row } from '#tests/ingest/builders.ts';
import { workbook, type CellToWrite } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { parquetTable } from '#tests/server/parquet-writer.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(1);

const criteria = questionnaire(
  criterionRow(),
  criterionRow({ code: 'Q2', scope: 'conditional', level_4_fr: 'Toujours' }),
  criterionRow({ code: 'C.1[SQ02]' })
);
const codes = criteria.criteria.map(({ code }) => code);

const pieces = [
  'é',
  'œ',
  '« a »',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '=1+1',
  '<b>',
  '&amp;',
  '_x0041_',
  '🔒',
  '漢',
  ' ',
  '\u00a0',
  '\\',
  '{',
  '}'
];

/** Text as it is read back: trimmed and no number. */
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((parts) => `x${parts.join('')}y`);

interface Written {
  product: string;
  vendor: string;
  corridor: string;
  size: string;
  day: Date | undefined;
  /** By criterion: a level, « not applicable », « unanswered » or blank. */
  answers: number[];
}

const written: fc.Arbitrary<Written> = fc.record({
  product: text,
  vendor: text,
  corridor: fc.oneof(fc.constant(''), text),
  size: fc.oneof(fc.constant(''), text, fc.integer().map(String)),
  day: fc.option(
    fc
      .integer({ min: 36_526, max: 60_000 * 24 })
      .map((hours) => new Date(Date.UTC(2000, 0, 1) + (hours % 300_000) * 3_600_000)),
    { nil: undefined }
  ),
  // a mark on the common criteria is no « not applicable »
  answers: fc.tuple(
    fc.constantFrom(-2, 0, 1, 2, 3),
    fc.constantFrom(-2, -1, 0, 1, 2, 3, 4),
    fc.constantFrom(-2, 0, 1, 2, 3)
  )
});

const sample = fc.record({
  products: fc.uniqueArray(written, {
    minLength: 1,
    maxLength: 5,
    selector: ({ product, vendor }) => `${fold(vendor)}|${fold(product)}`
  }),
  layout: fc.constantFrom('long' as const, 'wide' as const),
  isShared: fc.boolean()
});

type Sample = typeof sample extends fc.Arbitrary<infer S> ? S : never;
type Value = string | number | Date | null;

function answerCell(answer: number): Value {
  if (answer > 0) return answer;
  return answer === -2 ? null : answer === -1 ? 'NA' : 'sans réponse';
}

function records({ products, layout }: Sample): Record<string, Value>[] {
  return products.flatMap(({ product, vendor, corridor, size, day, answers }) => {
    const own = { product, vendor, corridor, size, submitted_at: day ?? null };
    const cells = answers.map(answerCell);
    if (layout === 'wide')
      return [{ ...own, ...Object.fromEntries(codes.map((code, i) => [code, cells[i] ?? null])) }];
    return codes.map((criterion, i) => ({ ...own, criterion, answer: cells[i] ?? null }));
  });
}

function iso(value: Value): string | number | null {
  return value instanceof Date ? value.toISOString().slice(0, 19) : value;
}

function expected({ products }: Sample): ParsedResponse[] {
  return products.map(({ product, vendor, corridor, size, day, answers }) => ({
    product,
    vendor,
    corridor,
    submittedAt: day ? day.toISOString().slice(0, 19) : null,
    attributes: (size === '' ? {} : { size }) as Record<string, string>,
    answers: Int8Array.from(answers),
    line: expect.any(Number) as number
  }));
}

/** A day at midnight is written without its time by some containers; both mean the same. */
function comparable(responses: ParsedResponse[]): ParsedResponse[] {
  return responses.map((response) => ({
    ...response,
    submittedAt: response.submittedAt?.replace(/T00:00:00$/, '') ?? null
  }));
}

function table(sample: Sample): { headings: string[]; rows: Value[][] } {
  const all = records(sample);
  const headings = Object.keys(all[0] ?? {});
  return { headings, rows: all.map((record) => headings.map((heading) => record[heading] ?? null)) };
}

function xlsx(sample: Sample): Uint8Array {
  const { headings, rows } = table(sample);
  return workbook({
    isShared: sample.isShared,
    sheets: [{ name: 'S', rows: [headings, ...(rows as CellToWrite[][])] }]
  });
}

function json(sample: Sample): string {
  return JSON.stringify(
    records(sample).map((record) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, iso(value)]))
    ),
    null,
    1
  );
}

async function parquet(sample: Sample): Promise<Uint8Array> {
  const { headings, rows } = table(sample);
  return parquetTable(
    headings,
    rows.map((row) => row.map((value) => (value === null ? null : String(iso(value)))))
  );
}

function csv(sample: Sample): string {
  return delimited(
    records(sample).map((record): Row =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(iso(value) ?? '')]))
    )
  );
}

/** As `openFiles` does, in this thread, so that hundreds of runs don't start hundreds of others. */
async function openedHere(
  given: InputFile,
  reading: Parameters<typeof readContainer>[0]
): Promise<OpenedFile> {
  const read = await readContainer(reading);
  if ('archive' in read) throw new Error('an archive');
  return { ...given, ...read };
}

function check(opened: OpenedFile[], sample: Sample): void {
  const parsed = opened.map((one) => readAnswers(one, criteria));
  expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
  expect(parsed.map(({ recognised }) => recognised.layout)).toEqual(opened.map(() => sample.layout));
  expect(comparable(parsed.flatMap(({ responses }) => responses))).toEqual(comparable(expected(sample)));
}

describe('whatever is written is read back the same', () => {
  it('from a workbook', async () => {
    const property = fc.asyncProperty(sample, async (sample) => {
      const given = file(xlsx(sample), 'a.xlsx');
      check([await openedHere(given, { zip: given.bytes })], sample);
    });
    await fc.assert(property, { numRuns: 200 * runs });
  });

  it('from JSON', async () => {
    const property = fc.asyncProperty(sample, async (sample) => {
      check([await openedHere(file(json(sample)), { json: json(sample) })], sample);
    });
    await fc.assert(property, { numRuns: 200 * runs });
  });

  it('from Parquet', async () => {
    const property = fc.asyncProperty(sample, async (sample) => {
      const { files } = await openFiles([file(await parquet(sample), 'a.parquet')], {});
      check(files, sample);
    });
    await fc.assert(property, { numRuns: 25 * runs });
  });

  it('from an archive of all kinds, each opened in a thread of its own', async () => {
    const property = fc.asyncProperty(sample, async (sample) => {
      const archive = zip(
        { name: 'a/1.csv', data: csv(sample) },
        { name: '2.xlsx', data: xlsx(sample) },
        { name: '3.json', data: json(sample) },
        { name: '4.parquet', data: await parquet(sample) }
      );
      const { files, problems } = await openFiles([file(archive, 'a.zip')], {});
      expect(problems).toEqual([]);
      expect(files.map(({ name }) => name)).toEqual([
        'a.zip/a/1.csv',
        'a.zip/2.xlsx',
        'a.zip/3.json',
        'a.zip/4.parquet'
      ]);
      for (const one of files) check([one], sample);
    });
    await fc.assert(property, { numRuns: 10 * runs });
  });
});
