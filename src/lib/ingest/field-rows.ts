import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import { findFields, headingKey, missingColumn } from './headings.ts';
import { emptyFile, readTable, rowShape, shapeProblem, type ReadTable, type Table } from './table.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

/** One record of a file whose columns are known fields: its cells, and where to report what is wrong with them. */
export interface FieldRow<Field extends string> {
  line: number;
  /** Trimmed; blank where the file has no such column. */
  cell(field: Field): string;
  fail(code: ProblemCode, field: Field, detail?: Problem['detail']): undefined;
}

/** What was recognised of a file of fields, for the history. */
export type ReadFields = Pick<ReadTable, 'encoding' | 'delimiter'> & { rows: number };

export interface FieldFile<Row> {
  recognised: ReadFields;
  /** What could be read of the records without an error. */
  rows: Row[];
  problems: Problem[];
}

/**
 * Reads a file of one record a line. Of each group in `required` the file needs one column; other columns are left
 * alone. `read` gives undefined where it reported an error.
 */
export function readFieldRows<Field extends string, Row>(
  file: OpenedFile,
  fields: Map<string, Field>,
  required: readonly (readonly Field[])[],
  read: (row: FieldRow<Field>) => Row | undefined,
  options: ReadOptions = {}
): FieldFile<Row> {
  const isKnown = (heading: string) => fields.has(headingKey(heading));
  const { table, problems, encoding, delimiter } = readTable(file, isKnown, options);
  const recognised = { encoding, delimiter, rows: table?.rows.length ?? 0 };
  if (!table) return { recognised, rows: [], problems };
  const { at, problems: ofHeadings } = findFields(table, fields);
  const missing = required
    .filter((group) => group.every((field) => !at.has(field)))
    .map(([field = '']) => missingColumn(table, field));
  if (missing.length + ofHeadings.length > 0)
    return { recognised, rows: [], problems: [...ofHeadings, ...missing] };
  const found = readAll(table, at, read);
  const isEmpty = found.rows.length + found.problems.length === 0;
  return { recognised, ...found, problems: isEmpty ? [emptyFile(file.name)] : found.problems };
}

function readAll<Field extends string, Row>(
  table: Table,
  at: Map<Field, number>,
  read: (row: FieldRow<Field>) => Row | undefined
): { rows: Row[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows = table.rows.flatMap((cells, row) => {
    const flaws = table.flaws?.get(table.lines[row] ?? 0) ?? [];
    problems.push(...flaws);
    const shape = rowShape(table, cells);
    if (shape) problems.push(shapeProblem(table, { cells, line: table.lines[row] ?? 0 }, shape));
    if (flaws.length > 0 || (shape && shape !== 'short_row')) return [];
    const known = read(fieldRow(table, at, row, problems));
    return known === undefined ? [] : [known];
  });
  return { rows, problems };
}

function fieldRow<Field extends string>(
  table: Table,
  at: Map<Field, number>,
  row: number,
  problems: Problem[]
): FieldRow<Field> {
  const line = table.lines[row] ?? 0;
  const written = (field: Field) => table.rows[row]?.[at.get(field) ?? -1] ?? '';
  return {
    line,
    cell: (field) => written(field).trim(),
    fail(code, field, detail) {
      const column = table.headings[at.get(field) ?? -1] ?? field;
      const place = { file: table.file, line, column, value: written(field) };
      problems.push({ severity: 'error', ...place, code, ...(detail ? { detail } : {}) });
      return undefined;
    }
  };
}
