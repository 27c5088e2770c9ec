import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { Refused } from './refusal.ts';

/** Column of an address such as `AB12`, from 0; undefined where it is none. Throws Refused beyond the last column. */
export function columnOf(address: string): number | undefined {
  const letters = /^([A-Za-z]{1,9})\d+$/.exec(address)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return withinColumns(column - 1);
}

export function withinColumns(column: number): number {
  if (column >= MAX_COLUMNS) throw new Refused('columns', { detail: { most: MAX_COLUMNS } });
  return column;
}

/** A row's number as written, which must be above the one before; undefined where it isn't. */
export function rowNumber(written: string, before: number): number | undefined {
  const row = Number(written);
  return Number.isInteger(row) && row > before && row <= MAX_ROWS ? row : undefined;
}
