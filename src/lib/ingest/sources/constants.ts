import { shapeProblem } from '../table.ts';
import type { Table } from '../table.ts';
import type { ReadOptions } from '../types.ts';
import type { Constant } from './names.ts';
import type { Sourced } from './source.ts';

/** What a person said of a whole file: whose answers it holds. */
export function saidConstants({ product, vendor }: ReadOptions): Constant[] {
  const said = { product, vendor };
  return (['product', 'vendor'] as const).flatMap((field) => {
    const value = said[field]?.trim() ?? '';
    return value === '' ? [] : [{ field, value, from: 'option' as const }];
  });
}

/**
 * The table with a column more for each constant, the same in every row. Rows too short are filled up for that, which
 * is reported here since nobody can see it afterwards.
 */
export function withConstants(sourced: Sourced, constants: Constant[]): Sourced {
  if (constants.length === 0) return { ...sourced, constants };
  const { table } = sourced;
  const short = table.rows.flatMap((cells, row) =>
    cells.length < table.headings.length
      ? [shapeProblem(table, { cells, line: table.lines[row] ?? 0 }, 'short_row')]
      : []
  );
  return {
    ...sourced,
    table: appended(table, constants),
    constants,
    problems: [...sourced.problems, ...short]
  };
}

/** The headings of constants are not repeated in a row of headings that comes again among the data. */
function appended(table: Table, constants: Constant[]): Table {
  const values = constants.map(({ value }) => value);
  const headings = constants.map(headingOf);
  const blank = (cells: string[]) => Array.from({ length: table.headings.length - cells.length }, () => '');
  return {
    ...table,
    headings: [...table.headings, ...headings],
    ...(table.parts && { parts: [...table.parts, ...headings.map(() => [])] }),
    aliases: [...table.headings.map((_, i) => table.aliases?.[i] ?? []), ...headings.map(() => [])],
    rows: table.rows.map((cells) => [
      ...cells,
      ...(cells.length < table.headings.length ? blank(cells) : []),
      ...values
    ])
  };
}

/** A field's own name, unless a person gives the value: then no column of the file may be in its way. */
export function headingOf({ field, from }: Constant): string {
  return from === 'option' ? `--${field}` : field;
}

/** What a person said of columns, with the constants that they said instead. */
export function mappedConstants(options: ReadOptions, constants: Constant[]): ReadOptions {
  const said = constants.filter(({ from }) => from === 'option');
  if (said.length === 0) return options;
  const fields = new Set<string>(said.map(({ field }) => field));
  const others = (options.map ?? []).filter(({ field }) => !fields.has(field.trim().toLowerCase()));
  return {
    ...options,
    map: [...others, ...said.map((one) => ({ field: one.field, heading: headingOf(one) }))]
  };
}
