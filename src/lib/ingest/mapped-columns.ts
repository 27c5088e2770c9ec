import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { columnCalled } from './column-names.ts';
import { codeKey } from './criterion-code.ts';
import {
  answerFields,
  identityFields,
  isIdentityField,
  type AnswerField,
  type IdentityField
} from './fields.ts';
import { headingKey } from './headings.ts';
import type { ColumnMapping } from './mapping.ts';
import { closest } from './similar.ts';
import type { Table } from './table.ts';

/** The columns that a person said hold something, and the headings that this file does not have. */
export interface Mapped {
  claims: { held: IdentityField | AnswerField | number; column: number }[];
  problems: Problem[];
}

/** Fields that don't exist are passed over: they are no matter of one file (see `mapping-problems.ts`). */
export function mappedColumns(
  table: Table,
  names: string[][],
  questionnaire: Questionnaire,
  mappings: ColumnMapping[]
): Mapped {
  const mapped: Mapped = { claims: [], problems: [] };
  for (const { field, heading } of mappings) {
    const held = fieldMeant(field, questionnaire);
    if (held === undefined) continue;
    const column = columnCalled(names, heading);
    if (typeof column === 'number') mapped.claims.push({ held, column });
    else mapped.problems.push(unknownHeading(table, names, heading, column));
  }
  return mapped;
}

/**
 * A field by its own name, or a criterion's place by its code; a criterion has no say where a field has its name. Of a
 * long file the columns for criterion and answer may be named too.
 */
export function fieldMeant(
  field: string,
  { criteria }: Questionnaire
): IdentityField | AnswerField | number | undefined {
  const key = headingKey(field);
  if (isIdentityField(key)) return key;
  const criterion = criteria.findIndex(({ code }) => codeKey(code) === codeKey(field));
  return criterion >= 0 ? criterion : (identityFields.get(key) ?? answerFields.get(key));
}

function unknownHeading(
  table: Table,
  names: string[][],
  heading: string,
  reason: 'none' | 'several'
): Problem {
  const near = reason === 'none' ? closest(heading, names.flat()) : undefined;
  return {
    severity: 'error',
    file: table.file,
    line: table.headingLine,
    column: null,
    value: heading,
    code: 'unknown_heading',
    detail: near === undefined ? { reason } : { reason, near }
  };
}
