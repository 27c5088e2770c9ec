import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { items } from '#lib/reports/questions.ts';
import { askedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { delimited, file } from '#tests/ingest/builders.ts';
import { workbook } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { parquetTable } from '#tests/server/parquet-writer.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { importInto, request, statsOf, type Stats } from './request.ts';

function load(path: string, name = path.slice(path.lastIndexOf('/') + 1)): InputFile {
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}

const csv = load('data/sample/v1-answers.csv');
const questionnaire = load('data/sample/questionnaire-2025.csv');
const [headings = [], ...rows] = Papa.parse<string[]>(new TextDecoder().decode(csv.bytes).trim()).data;

/** Level as a number, date as a date, nothing where the cell is blank. */
function typed(cell: string): string | number | Date | null {
  if (cell === '') return null;
  if (/^\d+$/.test(cell)) return Number(cell);
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell;
}

const own = headings.findIndex((heading) => heading === 'Q01');
const longHeadings = [...headings.slice(0, own), 'criterion', 'answer'];
const longRows = rows.flatMap((cells) =>
  cells.slice(own).map((answer, i) => [...cells.slice(0, own), headings[own + i] ?? '', answer])
);

function objects(names: string[], records: string[][]): Record<string, unknown>[] {
  return records.map((cells) => Object.fromEntries(names.map((name, i) => [name, typed(cells[i] ?? '')])));
}

const json = (value: unknown) =>
  file(
    JSON.stringify(value, (_, v: unknown) => v, 1),
    'answers.json'
  );
const isoDays = (records: Record<string, unknown>[]) =>
  records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, v]) => [key, v instanceof Date ? v.toISOString().slice(0, 10) : v])
    )
  );
const half = (from: number, to?: number) =>
  delimited(
    rows.slice(from, to).map((cells) => Object.fromEntries(headings.map((h, i) => [h, cells[i] ?? ''])))
  );

async function imported(files: InputFile[], options: Record<string, string[]> = {}) {
  return withStore(async (store) => {
    const { report, messages } = await importInto(store, { questionnaire, files, options });
    return { report, messages, stats: await statsOf(store) };
  });
}

/** What the API gives of every product. */
async function productAnswers(store: Store): Promise<unknown[]> {
  const { products } = await statsOf(store);
  return store.read(async (db) => {
    const asked = await askedView(db, 'v1', []);
    if (!asked) throw new Error('no campaign');
    const answered = await Promise.all(products.map(({ id }) => items.products(db, asked.view, id)));
    return answered.map((product) => product?.figures);
  });
}

/** What is noticed of the sample's answers themselves, however they are written. */
const isQuality = new Set(['blank_conditional', 'unchosen_level']);

describe('the sample’s answers give the same numbers from', () => {
  let expected: Stats;
  beforeAll(async () => {
    expected = (await imported([csv])).stats;
    expect(expected.products).toHaveLength(71);
  });

  const fixtures = ['exceljs', 'hucre', 'write-excel-file'].map((writer): [string, () => InputFile[]] => [
    `a workbook of ${writer}`,
    () => [load(`tests/data/workbooks/answers-${writer}.xlsx`)]
  ]);

  test.each<[string, () => InputFile[] | Promise<InputFile[]>]>([
    ...fixtures,
    ['a workbook called .csv', () => [load('tests/data/workbooks/answers-hucre.xlsx', 'answers.csv')]],
    ['a text called .xlsx', () => [load('data/sample/v1-answers.csv', 'answers.xlsx')]],
    [
      'a workbook in the long layout',
      () => [file(workbook([longHeadings, ...longRows.map((cells) => cells.map(typed))]), 'a.xlsx')]
    ],
    ['JSON in the wide layout', () => [json(isoDays(objects(headings, rows)))]],
    ['JSON in the long layout', () => [json(isoDays(objects(longHeadings, longRows)))]],
    ['Parquet in the wide layout', async () => [file(await parquetTable(headings, rows), 'a.parquet')]],
    [
      'Parquet in the long layout',
      async () => [file(await parquetTable(longHeadings, longRows), 'a.parquet')]
    ],
    [
      'an archive of two texts in folders',
      () => [
        file(
          zip(
            { name: 'x/', data: '' },
            { name: 'x/1.csv', data: half(0, 30) },
            { name: '2.txt', data: half(30) }
          ),
          'a.zip'
        )
      ]
    ],
    [
      'an archive of a text, a workbook, JSON and Parquet',
      async () => [
        file(
          zip(
            { name: '1.csv', data: half(0, 10) },
            {
              name: 'folder/2.csv',
              data: workbook([headings, ...rows.slice(10, 20).map((cells) => cells.map(typed))])
            },
            { name: '3.json', data: JSON.stringify(isoDays(objects(headings, rows.slice(20, 30)))) },
            { name: '4.parquet', data: await parquetTable(headings, rows.slice(30)) }
          ),
          'a.zip'
        )
      ]
    ]
  ])('%s', async (_, files) => {
    const { report, stats } = await imported(await files());
    const ofReading = report.issues.filter(({ code }) => !isQuality.has(code));
    expect(ofReading).toEqual([]);
    expect(stats).toEqual(expected);
  });

  test('what the API gives of all products, or of one', () =>
    withStore(async (store) => {
      await importInto(store, { questionnaire, files: [csv] });
      const answers = await productAnswers(store);
      expect((await imported([json(answers)])).stats).toEqual(expected);
      const one = await imported([json(answers[3])]);
      expect(expected.products).toContainEqual(one.stats.products[0]);
    }));

  test('and a questionnaire and a list of expected products in workbooks', () =>
    withStore(async (store) => {
      const given = load('tests/data/workbooks/questionnaire-exceljs.xlsx');
      const { exit } = await importInto(store, { questionnaire: given, files: [csv] });
      expect(exit).toBe(0);
      expect(await statsOf(store)).toEqual(expected);
      const files = { expected: [load('tests/data/workbooks/expected-exceljs.xlsx')] };
      const described = await execute(store, request('campaign', { positionals: ['v1'], files }));
      expect(described).toMatchObject({ exit: 0, json: { expected: 78 } });
    }));
});

test('a workbook whose first sheet is a cover names the sheet to choose', async () => {
  const cover = { name: 'Couverture', rows: [['Questionnaire'], ['Campagne 2025']] };
  const bytes = workbook({ sheets: [cover, { name: 'Réponses', rows: [headings, ...rows] }] });
  const files = [{ name: 'a.xlsx', bytes }];
  await withStore(async (store) => {
    const first = await importInto(store, { questionnaire, files });
    const said = first.report.issues.find(({ column }) => column === 'criterion')?.message;
    expect(said).toMatch(/If they are on another sheet of the workbook \(Réponses\), give --sheet\.$/);
    const chosen = await importInto(store, { questionnaire, files, options: { sheet: ['Réponses'] } });
    expect(chosen.report).toMatchObject({ stored: true, accepted: { products: 71 } });
  });
});
