import Papa from 'papaparse';
import { decode } from '#lib/ingest/decode.ts';
import type { AnswerMapping, ColumnMapping } from '#lib/ingest/mapping.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { parquetTable } from '#tests/server/parquet-writer.ts';
import { file } from '../builders.ts';
import { workbook, type CellToWrite } from '../containers/workbook-writer.ts';
import { zip } from '../containers/zip-writer.ts';
import { exports, fixture } from './fixtures.ts';

/** The canonical answers as they come from somewhere, with what a person must say of them. */
export interface SourceFiles {
  name: string;
  files: () => InputFile[] | Promise<InputFile[]>;
  map?: ColumnMapping[];
  answers?: AnswerMapping[];
  /** The corridors are not in the file. */
  uncorridored?: boolean;
}

/** A fixture's cells; its delimiter told where it has rows above the table. */
export function rowsOf(name: string, delimiter = ''): string[][] {
  const decoded = decode(fixture(name).bytes);
  if (!('text' in decoded)) throw new Error(`no text: ${name}`);
  return Papa.parse<string[]>(decoded.text.trimEnd(), { delimiter }).data;
}

const [headings = [], ...rows] = rowsOf('canonical.csv');
const fields = 4;

/** As Excel keeps it: whole numbers as numbers, moments as numbers that are shown as dates, nothing where blank. */
function typed(cell: string): CellToWrite {
  if (cell === '') return null;
  if (/^\d{1,9}$/.test(cell)) return Number(cell);
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/.exec(cell) ?? [];
  return day ? new Date(`${year}-${month}-${day}T${time}Z`) : cell;
}

function asWorkbook(cells: string[][], name: string): InputFile {
  return file(
    workbook({ isShared: true, sheets: [{ name: 'S', rows: cells.map((row) => row.map(typed)) }] }),
    name
  );
}

const longRows = rows.flatMap((cells) =>
  cells.slice(fields).map((answer, i) => [...cells.slice(0, fields), headings[fields + i] ?? '', answer])
);
const long = [[...headings.slice(0, fields), 'criterion', 'answer'], ...longRows];

/** The workbook of an audit says behind `urn` whether a row can be assessed; see the rules beside its fixtures. */
function auditWorkbook(name: string, called: string): InputFile {
  const [top = [], ...below] = rowsOf(name, ';');
  const code = top.indexOf('ref_id');
  const isAssessed = (cells: string[]) => /^Q/.test(cells[code] ?? '');
  const withColumn = below.map((cells) => [
    cells[0] ?? '',
    isAssessed(cells) ? 'True' : 'False',
    ...cells.slice(1)
  ]);
  return asWorkbook([[top[0] ?? '', 'assessable', ...top.slice(1)], ...withColumn], called);
}

/** One product as the API writes it. */
function asApi(cells: string[]): unknown {
  const [product, vendor, corridor, submittedAt] = cells;
  const answers = cells.slice(fields).map((cell, i) => ({
    criterion: headings[fields + i],
    level: /^\d$/.test(cell) ? Number(cell) : null,
    state: /^\d$/.test(cell) ? 'level' : 'not_applicable',
    blank: cell === ''
  }));
  return { product, vendor, corridor, submittedAt: submittedAt?.replace(' ', 'T'), answers };
}

const containers: SourceFiles[] = [
  { name: 'canonical, wide', files: () => [fixture('canonical.csv')] },
  { name: 'canonical, long', files: () => [file(Papa.unparse(long, { delimiter: ';' }), 'long.csv')] },
  { name: 'a workbook', files: () => [asWorkbook([headings, ...rows], 'a.xlsx')] },
  { name: 'a workbook in the long layout', files: () => [asWorkbook(long, 'a.xlsx')] },
  {
    name: 'workbooks of one product each',
    files: () => [
      asWorkbook(rowsOf('one-product/fiche-1.csv', ';'), 'fiche-1.xlsx'),
      asWorkbook(rowsOf('one-product/fiche-2.csv', ';'), 'fiche-2.xlsx'),
      asWorkbook(rowsOf('one-product/fiche-3.tsv', '\t'), 'Atelier Nord – Orge; suite.xlsx')
    ]
  },
  {
    name: 'a workbook of Microsoft Forms',
    files: () => [asWorkbook(rowsOf('microsoft-forms/answers.csv', ';'), 'a.xlsx')],
    map: [{ field: 'product', heading: 'Nom du produit' }]
  },
  { name: 'a workbook of KoboToolbox', files: () => [asWorkbook(rowsOf('kobo/labels.csv'), 'a.xlsx')] },
  {
    name: 'workbooks of CISO Assistant',
    files: () => [
      auditWorkbook('ciso-assistant/audit-1.csv', 'Éditions du Puits - Agenda Clair.xlsx'),
      auditWorkbook('ciso-assistant/audit-2.csv', 'Éditions du Puits - Carnet Bleu.xlsx'),
      auditWorkbook('ciso-assistant/audit-3.csv', 'Atelier Nord - Orge; suite.xlsx')
    ],
    uncorridored: true
  },
  {
    name: 'an archive',
    files: () => [
      file(
        zip(
          { name: 'x/1.csv', data: Papa.unparse([headings, ...rows.slice(0, 1)]) },
          { name: '2.xlsx', data: asWorkbook([headings, ...rows.slice(1, 2)], '').bytes },
          { name: '3.json', data: JSON.stringify(rows.slice(2).map(asApi)), isStored: true }
        ),
        'a.zip'
      )
    ]
  },
  {
    name: 'JSON as the API writes it',
    files: () => [file(JSON.stringify(rows.map(asApi), null, 1), 'a.json')]
  },
  {
    name: 'Parquet',
    files: async () => [
      file(
        await parquetTable(
          long[0] ?? [],
          longRows.map((row) => row.map((c) => c || null))
        ),
        'a.parquet'
      )
    ]
  }
];

/** Every source that an import takes, each with the canonical answers. */
export const everySource: SourceFiles[] = [
  ...containers,
  ...exports.map(({ files, options, uncorridored }) => ({
    name: files.map(([name]) => name).join(', '),
    files: () => files.map(([name, called]) => fixture(name, called)),
    map: options?.map,
    answers: options?.answers,
    uncorridored
  }))
];
