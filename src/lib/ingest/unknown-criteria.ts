import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { codeKey, codePattern, looseCode } from './criterion-code.ts';
import { headingProblem } from './headings.ts';
import type { Matches } from './matches.ts';
import type { Table } from './table.ts';

/** The columns that hold nothing known although they, or a part of their heading, look like a criterion's code. */
export function unknownCriteria(
  table: Table,
  { criteria }: Questionnaire,
  { taken }: Matches,
  ignore: string[]
): Problem[] {
  const codes = criteria.map(({ code }) => code);
  const known = new Set(codes.map(codeKey));
  const patterns = new Set(codes.map(codePattern));
  const ignored = new Set(ignore.map(fold));
  return table.headings.flatMap((heading, column) => {
    const texts = [heading, ...(table.parts?.[column] ?? [])];
    if (taken.has(column) || texts.some((text) => ignored.has(fold(text)))) return [];
    const text = texts.find((text) => patterns.has(codePattern(text)) && !known.has(codeKey(text)));
    if (text === undefined) return [];
    const near = codes.find((code) => looseCode(code) === looseCode(text));
    const problem = headingProblem(table, 'unknown_criterion', heading);
    return [near === undefined ? problem : { ...problem, detail: { field: near, looksLike: heading } }];
  });
}
