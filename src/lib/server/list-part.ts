import type { Parameters } from './sql.ts';

/*
 * A part of a long list, without reading the list: how many rows have each value of the column in order, then the rows of
 * the values that the part shows. Which these are, and how rows of equal value follow each other, is the caller's to say,
 * since names go by a language's alphabet.
 */

export type Value = string | number | null;

/** How many rows have this value. */
export interface ValueCount {
  value: Value;
  rows: number;
}

/** The question how many rows of a FROM clause have each value of a column. */
export function valuesSql(from: string, column: string): string {
  return `select ${column} as value, count(*)::int as rows from ${from} group by 1`;
}

/** What chooses the rows of these values, which follow each other in the column's order, null last. */
export function ofValues(column: string, values: readonly Value[]): { sql: string; parameters: Parameters } {
  const texts = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  const sql = [
    ...(texts.length > 0 ? [`list_contains($values, ${column})`] : []),
    ...(numbers.length > 0 ? [`${column} between $low and $high`] : []),
    ...(values.includes(null) ? [`${column} is null`] : [])
  ].join(' or ');
  const list: Parameters = texts.length > 0 ? { values: texts } : {};
  const range: Parameters =
    numbers.length > 0 ? { low: Math.min(...numbers), high: Math.max(...numbers) } : {};
  return { sql: sql || 'false', parameters: { ...list, ...range } };
}
