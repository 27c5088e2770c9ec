import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { IdentityColumns } from './collection.ts';
import { codeKey, codePattern } from './criterion-code.ts';
import { attributeColumns, findColumns, headingKey, headingProblem, missingColumn } from './headings.ts';
import { answerFields, identityFields, type AnswerField, type IdentityField } from './fields.ts';
import type { Table } from './table.ts';
import type { Layout } from './types.ts';

/** A file's columns by what they hold, and what is wrong with the heading row. */
export interface AnswerColumns {
  layout: Layout;
  /** Absent where product or vendor has no column, so that no row can be read. */
  identity?: IdentityColumns;
  /** The columns of a long file's answers. */
  long?: { criterion: number; answer: number };
  /** Column of each criterion of a wide file, in the questionnaire's order; undefined where it has none. */
  wide?: (number | undefined)[];
  problems: Problem[];
}

/** Whether a heading means anything to an answers file of this questionnaire. */
export function isAnswersHeading(questionnaire: Questionnaire): (heading: string) => boolean {
  const codes = codeKeys(questionnaire);
  return (heading) => isField(heading) || codes.has(codeKey(heading));
}

/** A file is long where it has columns for criterion and answer, and none that is a criterion itself. */
export function findAnswerColumns(
  table: Table,
  questionnaire: Questionnaire,
  ignore: string[]
): AnswerColumns {
  const codes = codeKeys(questionnaire);
  const fields = new Set(table.headings.map((heading) => answerFields.get(headingKey(heading))));
  const hasCode = table.headings.some((heading) => !isField(heading) && codes.has(codeKey(heading)));
  const isLong = fields.has('criterion') && fields.has('answer') && !hasCode;
  return isLong ? longColumns(table) : wideColumns(table, questionnaire, ignore);
}

function codeKeys({ criteria }: Questionnaire): Set<string> {
  return new Set(criteria.map(({ code }) => codeKey(code)));
}

function isField(heading: string): boolean {
  const key = headingKey(heading);
  return identityFields.has(key) || answerFields.has(key);
}

function longColumns(table: Table): AnswerColumns {
  const { at, problems } = findColumns<IdentityField | AnswerField>(table, (heading) => {
    const key = headingKey(heading);
    return identityFields.get(key) ?? answerFields.get(key);
  });
  const criterion = at.get('criterion') ?? 0;
  const answer = at.get('answer') ?? 0;
  const identity = identityColumns(table, at, (heading) => !isField(heading));
  const all = [...problems, ...missingIdentity(table, at)];
  return { layout: 'long', ...identity, long: { criterion, answer }, problems: all };
}

function wideColumns(table: Table, questionnaire: Questionnaire, ignore: string[]): AnswerColumns {
  const codes = codeKeys(questionnaire);
  const criterionAt = (heading: string) => (codes.has(codeKey(heading)) ? codeKey(heading) : undefined);
  const fields = findColumns(table, (heading) => identityFields.get(headingKey(heading)));
  const criteria = findColumns(table, (heading) =>
    identityFields.has(headingKey(heading)) ? undefined : criterionAt(heading)
  );
  const isAttribute = (heading: string) => !identityFields.has(headingKey(heading)) && !criterionAt(heading);
  const problems = [
    ...fields.problems,
    ...criteria.problems,
    ...missingIdentity(table, fields.at),
    ...missingCriteria(table, questionnaire, criteria.at),
    ...unknownCriteria(table, questionnaire, table.headings.filter(isAttribute), ignore)
  ];
  const wide = questionnaire.criteria.map(({ code }) => criteria.at.get(codeKey(code)));
  return { layout: 'wide', ...identityColumns(table, fields.at, isAttribute), wide, problems };
}

function identityColumns(
  table: Table,
  at: Map<IdentityField | AnswerField, number>,
  isAttribute: (heading: string) => boolean
): { identity?: IdentityColumns } {
  const product = at.get('product');
  const vendor = at.get('vendor');
  if (product === undefined || vendor === undefined) return {};
  const attributes = attributeColumns(table, isAttribute);
  const [corridor, submittedAt] = [at.get('corridor'), at.get('submitted_at')];
  return { identity: { product, vendor, corridor, submittedAt, attributes } };
}

function missingIdentity(table: Table, at: Map<IdentityField | AnswerField, number>): Problem[] {
  const required = ['product', 'vendor'] as const;
  return required.filter((field) => !at.has(field)).map((field) => missingColumn(table, field));
}

/** A warning for each criterion without a column; an error where none has one, for this is then no answers file. */
function missingCriteria(table: Table, { criteria }: Questionnaire, at: Map<string, number>): Problem[] {
  if (at.size === 0)
    return [{ ...missingColumn(table, missingAnswerField(table)), detail: { criteria: 'none' } }];
  return criteria
    .filter(({ code }) => !at.has(codeKey(code)))
    .map(({ code }) => ({ ...missingColumn(table, code), severity: 'warning', value: code }));
}

/** A file with one half of the long layout lacks the other. */
function missingAnswerField(table: Table): AnswerField {
  return table.headings.some((heading) => answerFields.get(headingKey(heading)) === 'criterion')
    ? 'answer'
    : 'criterion';
}

function unknownCriteria(
  table: Table,
  { criteria }: Questionnaire,
  headings: string[],
  ignore: string[]
): Problem[] {
  const patterns = new Set(criteria.map(({ code }) => codePattern(code)));
  const ignored = new Set(ignore.map(fold));
  return headings
    .filter((heading) => patterns.has(codePattern(heading)) && !ignored.has(fold(heading)))
    .map((heading) => headingProblem(table, 'unknown_criterion', heading));
}
