import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import { byLine, flawProblems } from './cell-flaws.ts';
import type { Container, Grid } from './containers/grid.ts';
import { MAX_COLUMNS } from './containers/limits.ts';
import type { Refusal } from './containers/refusal.ts';
import { delimiterNamed, parseCsv, recogniseDelimiter } from './csv.ts';
import { unmaskedCells } from './masked-cells.ts';
import { quotedBlanks, type QuotedBlanks } from './quoted-blanks.ts';
import { decode, type Encoding } from './decode.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

/** A heading row and data records, whatever the kind of file they come from. */
export interface Table {
  file: string;
  /** As written, trimmed; without the blank ones at the end. */
  headings: string[];
  /** Where two heading rows were read as one: what each heading is made of. */
  parts?: string[][];
  /** Further texts by which each column goes, where a tool is known to write such headings. */
  aliases?: string[][];
  /** Columns that are no attribute, though they may be mapped. */
  leftOut?: ReadonlySet<number>;
  /** The blank cells that were quoted in the text; absent where the file was none. */
  quotedBlanks?: () => QuotedBlanks;
  /** The heading rows as written, trimmed. */
  headingRows: string[][];
  headingLine: number;
  rows: string[][];
  /** Physical line of each row. */
  lines: number[];
  /** The errors of cells without a value, by the line of their row; such a row's product can't be kept. */
  flaws?: Map<number, Problem[]>;
}

export interface ReadTable {
  /** Null where the file can't be read. */
  container: Container | null;
  encoding: Encoding | null;
  delimiter: string | null;
  table?: Table;
  /** One error where there is no table. */
  problems: Problem[];
}

/** The table of a file whose container was opened, else of its delimited text (see `readText`). */
export function readTable(
  file: OpenedFile,
  isKnown: (heading: string) => boolean,
  options: ReadOptions = {}
): ReadTable {
  if (file.refusal) return refused(file, file.refusal);
  return file.grid ? tableOfGrid(file, file.grid) : readText(file, isKnown, options);
}

function refused({ name }: OpenedFile, { reason, line, value, detail }: Refusal): ReadTable {
  const problem = fileProblem(name, 'unreadable_file', { ...detail, reason }, line ?? null);
  return {
    container: null,
    encoding: null,
    delimiter: null,
    problems: [{ ...problem, value: value ?? null }]
  };
}

function tableOfGrid(file: OpenedFile, { container, rows, lines, flaws }: Grid): ReadTable {
  const read = { container, encoding: null, delimiter: null };
  const inHeadings = flaws.filter(({ line }) => line === lines[0]);
  if (inHeadings.length > 0) return { ...read, problems: flawProblems(file.name, [], inHeadings) };
  const table = tableOf(file.name, rows, lines);
  if (!table) return { ...read, problems: [emptyFile(file.name)] };
  if (flaws.length === 0) return { ...read, table, problems: [] };
  const found = byLine(flawProblems(file.name, table.headings, flaws));
  return { ...read, table: { ...table, flaws: found }, problems: [] };
}

/** Undefined where there is no row below the headings. */
export function tableOf(file: string, rows: string[][], lines: number[]): Table | undefined {
  const [headings, ...records] = rows;
  if (!headings || records.length === 0) return undefined;
  const trimmed = withoutBlankEnd(headings.map((heading) => heading.trim()));
  return {
    file,
    headings: trimmed,
    headingRows: [trimmed],
    headingLine: lines[0] ?? 1,
    rows: records,
    lines: lines.slice(1)
  };
}

/** Decodes and splits a text; `isKnown` tells the headings by which the delimiter is recognised. */
function readText(file: OpenedFile, isKnown: (heading: string) => boolean, options: ReadOptions): ReadTable {
  const unread: ReadTable = { container: null, encoding: null, delimiter: null, problems: [] };
  const refuse = (code: ProblemCode, detail?: Problem['detail'], line: number | null = null): ReadTable => ({
    ...unread,
    problems: [fileProblem(file.name, code, detail, line)]
  });

  if (file.bytes.length === 0) return refuse('empty_file');
  const decoded = decode(file.bytes, options.encoding);
  if ('refusal' in decoded) return refuse('unreadable_file', decoded.refusal);
  unread.container = 'csv';
  unread.encoding = decoded.encoding;
  if (decoded.text.trim() === '') return refuse('empty_file');

  const delimiter =
    options.delimiter === undefined
      ? recogniseDelimiter(decoded.text, isKnown)
      : delimiterNamed(options.delimiter);
  if (!delimiter)
    return refuse('unreadable_file', { reason: 'delimiter', delimiter: options.delimiter ?? '' });
  unread.delimiter = delimiter;

  const { text } = decoded;
  const { rows, lines, brokenLine } = parseCsv(text, delimiter);
  if (brokenLine !== null) return refuse('unreadable_file', { reason: 'quote' }, brokenLine);
  const table = tableOf(file.name, rows.map(unmaskedCells), lines);
  if (!table) return refuse('empty_file');
  if (table.headings.length > MAX_COLUMNS)
    return refuse('unreadable_file', { reason: 'columns', most: MAX_COLUMNS });
  return { ...unread, table: { ...table, quotedBlanks: () => quotedBlanks(text, delimiter) } };
}

export type RowShape = 'ragged_row' | 'short_row' | 'repeated_header';

/** What is wrong with the number or the content of a row's cells as a whole. */
export function rowShape(table: Table, cells: string[]): RowShape | undefined {
  const { headings, headingRows } = table;
  if (cells.length > headings.length && hasContentFrom(cells, headings.length)) return 'ragged_row';
  for (const row of headingRows) if (isRepeated(row, cells)) return 'repeated_header';
  return cells.length < headings.length ? 'short_row' : undefined;
}

export function shapeProblem(
  table: Table,
  { cells, line }: { cells: string[]; line: number },
  shape: RowShape
): Problem {
  return {
    severity: shape === 'short_row' ? 'warning' : 'error',
    file: table.file,
    line,
    column: null,
    value: null,
    code: shape,
    detail: { columns: table.headings.length, cells: cells.length }
  };
}

/** The error of a file that has headings only, or not even these. */
export function emptyFile(file: string): Problem {
  return fileProblem(file, 'empty_file', undefined, null);
}

function fileProblem(
  file: string,
  code: ProblemCode,
  detail: Problem['detail'],
  line: number | null
): Problem {
  const problem: Problem = { severity: 'error', file, line, column: null, value: null, code };
  return detail ? { ...problem, detail } : problem;
}

/** A first cell that differs spares comparing the others, for most rows. */
function isRepeated(row: string[], cells: string[]): boolean {
  return (
    cells[0]?.trim() === row[0] &&
    row.every((heading, i) => cells[i]?.trim() === heading) &&
    !hasContentFrom(cells, row.length)
  );
}

export function withoutBlankEnd(headings: string[]): string[] {
  const last = headings.findLastIndex((heading) => heading !== '');
  return headings.slice(0, last + 1);
}

function hasContentFrom(cells: string[], start: number): boolean {
  return cells.slice(start).some((cell) => cell.trim() !== '');
}
