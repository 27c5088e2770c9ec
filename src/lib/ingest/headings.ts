import { fold } from '#lib/i18n/fold.ts';
import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import type { Table } from './table.ts';

/** The headings accepted for each field; the first is the one shown where the column is missing. */
export type Headings<Field extends string> = Record<Field, readonly string[]>;

export interface FieldColumns<Field extends string> {
  /** Column of each field found. */
  at: Map<Field, number>;
  /** `duplicate_column` for a second column of the same field. */
  problems: Problem[];
}

/** Headings are compared folded, with blanks and underscores alike. */
export function headingKey(heading: string): string {
  return fold(heading).replace(/[ _]+/g, '_');
}

/** The fields by the keys of the headings that stand for them. */
export function fieldsByKey<Field extends string>(headings: Headings<Field>): Map<string, Field> {
  const fields = Object.keys(headings) as Field[];
  return new Map(
    fields.flatMap((field) => headings[field].map((heading) => [headingKey(heading), field] as const))
  );
}

/** Finds the column of each field, by the keys of its headings. */
export function findFields<Field extends string>(
  table: Table,
  fields: Map<string, Field>
): FieldColumns<Field> {
  return findColumns(table, (heading) => fields.get(headingKey(heading)));
}

/** Finds the column of everything that a heading can stand for, each once. */
export function findColumns<Key extends string>(
  table: Table,
  keyOf: (heading: string, column: number) => Key | undefined
): FieldColumns<Key> {
  const found: FieldColumns<Key> = { at: new Map(), problems: [] };
  table.headings.forEach((heading, column) => {
    const key = keyOf(heading, column);
    if (key === undefined) return;
    const first = found.at.get(key);
    if (first === undefined) found.at.set(key, column);
    else {
      const detail = { first: table.headings[first] ?? '' };
      found.problems.push({ ...headingProblem(table, 'duplicate_column', heading), detail });
    }
  });
  return found;
}

/** An error of the heading row: `column` names what is missing, for there is no heading as written. */
export function missingColumn(table: Table, column: string): Problem {
  return { ...headingProblem(table, 'missing_column', column), value: null };
}

/** An error in the heading row. */
export function headingProblem(table: Table, code: ProblemCode, heading: string): Problem {
  return {
    severity: 'error',
    file: table.file,
    line: table.headingLine,
    column: heading,
    value: heading,
    code
  };
}

/**
 * The columns kept as attributes, each under a name of its own: a heading that comes again, as survey tools repeat
 * « Comment », gets a number.
 */
export function attributeColumns(
  table: Table,
  isAttribute: (heading: string, column: number) => boolean
): { name: string; column: number }[] {
  const taken = new Set(table.headings);
  const seen = new Set<string>();
  return table.headings.flatMap((heading, column) => {
    if (heading === '' || !isAttribute(heading, column)) return [];
    const name = seen.has(heading) ? freeName(heading, taken) : heading;
    seen.add(heading);
    taken.add(name);
    return [{ name, column }];
  });
}

function freeName(heading: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${heading} (${number})`)) number++;
  return `${heading} (${number})`;
}
