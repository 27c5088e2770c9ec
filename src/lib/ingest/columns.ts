import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { IdentityColumns } from './collection.ts';
import { criterionNames } from './criterion-names.ts';
import { answerFields, identityFields, type AnswerField } from './fields.ts';
import { attributeColumns, headingKey, missingColumn } from './headings.ts';
import type { Matches } from './matches.ts';
import { criterionSuggestions, fieldSuggestion, type Suggestion } from './suggestions.ts';
import type { Table } from './table.ts';
import type { Layout, MatchedColumn, ReadOptions } from './types.ts';
import { unknownCriteria } from './unknown-criteria.ts';

/** A file's columns by what they hold, and what is wrong with the heading row. */
export interface AnswerColumns {
  layout: Layout;
  /** Absent where product or vendor has no column, so that no row can be read. */
  identity?: IdentityColumns;
  /** The columns of a long file's answers. */
  long?: { criterion: number; answer: number };
  /** Column of each criterion of a wide file, in the questionnaire's order; undefined where it has none. */
  wide?: (number | undefined)[];
  matched: MatchedColumn[];
  problems: Problem[];
}

/** Whether a heading means anything to an answers file of this questionnaire. */
export function isAnswersHeading(
  questionnaire: Questionnaire,
  { map = [] }: ReadOptions = {}
): (heading: string) => boolean {
  const criterionNamed = criterionNames(questionnaire);
  const mapped = new Set(map.map(({ heading }) => headingKey(heading)));
  return (heading) => {
    const key = headingKey(heading);
    const isField = identityFields.has(key) || answerFields.has(key);
    return isField || mapped.has(key) || criterionNamed(heading) !== undefined;
  };
}

/** What the matched columns make of the file, and all that is wrong with its headings. */
export function findAnswerColumns(
  table: Table,
  questionnaire: Questionnaire,
  matches: Matches,
  { ignore = [], drop = [] }: ReadOptions
): AnswerColumns {
  const columns = {
    ...identityColumns(table, matches),
    matched: matchedColumns(table, questionnaire, matches)
  };
  const problems = [...matches.problems, ...missingIdentity(table, matches, questionnaire)];
  if (matches.layout === 'long') {
    const [criterion, answer] = [columnOf(matches, 'criterion'), columnOf(matches, 'answer')];
    if (criterion !== undefined && answer !== undefined)
      return { layout: 'long', ...columns, long: { criterion, answer }, problems };
    // a person said that the file is long
    const missing = (['criterion', 'answer'] as const).filter(
      (field) => columnOf(matches, field) === undefined
    );
    problems.push(...missing.map((field) => missingColumn(table, field)));
    return { layout: 'long', matched: columns.matched, problems };
  }
  problems.push(...missingCriteria(table, questionnaire, matches));
  problems.push(...unknownCriteria(table, questionnaire, matches, [...ignore, ...drop]));
  const wide = questionnaire.criteria.map((_, criterion) => columnOf(matches, criterion));
  return { layout: 'wide', ...columns, wide, problems };
}

function isAttribute({ taken, dropped }: Matches, column: number): boolean {
  return !taken.has(column) && !dropped.has(column);
}

function columnOf({ at }: Matches, held: Parameters<Matches['at']['get']>[0]): number | undefined {
  return at.get(held)?.column;
}

function identityColumns(table: Table, matches: Matches): { identity?: IdentityColumns } {
  const product = columnOf(matches, 'product');
  const vendor = columnOf(matches, 'vendor');
  if (product === undefined || vendor === undefined) return {};
  const attributes = attributeColumns(table, (_, column) => isAttribute(matches, column));
  const [corridor, submittedAt] = [columnOf(matches, 'corridor'), columnOf(matches, 'submitted_at')];
  return { identity: { product, vendor, corridor, submittedAt, attributes } };
}

function matchedColumns(table: Table, { criteria }: Questionnaire, { at }: Matches): MatchedColumn[] {
  const fields = ['product', 'vendor', 'corridor', 'submitted_at', 'criterion', 'answer'] as const;
  return [...fields, ...criteria.keys()].flatMap((held) => {
    const found = at.get(held);
    if (!found) return [];
    const field = typeof held === 'number' ? (criteria[held]?.code ?? '') : held;
    return [{ field, heading: table.headings[found.column] ?? '', by: found.by }];
  });
}

function missingIdentity(table: Table, matches: Matches, questionnaire: Questionnaire): Problem[] {
  const required = ['product', 'vendor'] as const;
  return required
    .filter((field) => !matches.at.has(field))
    .map((field) => {
      const suggestion = fieldSuggestion(field, matches, questionnaire);
      const problem = missingColumn(table, field);
      // a file with a row for each criterion often holds one product only
      const isOneProduct = matches.layout === 'long' && !suggestion;
      return isOneProduct
        ? { ...problem, detail: { option: `--${field}` } }
        : suggesting(problem, suggestion);
    });
}

/** A warning for each criterion without a column; an error where none has one, for this is then no answers file. */
function missingCriteria(table: Table, questionnaire: Questionnaire, matches: Matches): Problem[] {
  const suggestions = criterionSuggestions(questionnaire, matches);
  if (questionnaire.criteria.every((_, criterion) => !matches.at.has(criterion))) {
    const problem = missingColumn(table, missingAnswerField(table));
    const detail = { criteria: 'none', ...suggestions.values().next().value };
    return [{ ...problem, detail }];
  }
  return questionnaire.criteria.flatMap(({ code }, criterion) => {
    if (matches.at.has(criterion)) return [];
    const problem: Problem = { ...missingColumn(table, code), severity: 'warning', value: code };
    return [suggesting(problem, suggestions.get(criterion))];
  });
}

function suggesting(problem: Problem, suggestion: Suggestion | undefined): Problem {
  return suggestion ? { ...problem, detail: { ...suggestion } } : problem;
}

/** A file with one half of the long layout lacks the other. */
function missingAnswerField(table: Table): AnswerField {
  return table.headings.some((heading) => answerFields.get(headingKey(heading)) === 'criterion')
    ? 'answer'
    : 'criterion';
}
