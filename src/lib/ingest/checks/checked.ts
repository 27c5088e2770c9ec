import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { ParsedAnswers, ParsedResponse } from '../types.ts';

/** A response about to be stored, with the file it comes from and the headings of that file's columns. */
export interface CheckedResponse extends ParsedResponse {
  file: string;
  /** By field or criterion's code. */
  headings: Map<string, string>;
}

/** A product that has a response in force in the campaign. */
export interface KnownProduct {
  product: string;
  vendor: string;
}

/** All that the checks look at; what is known of the campaign comes from the store. */
export interface Checked {
  questionnaire: Questionnaire;
  responses: CheckedResponse[];
  known: KnownProduct[];
  /** Pairs of names of which somebody said that they are two, by `pairKey`. */
  distinct: ReadonlySet<string>;
  /** Products in force that answer all criteria just as a response of the import does, by `answersKey`. */
  sameAnswers: Map<string, KnownProduct[]>;
  /** By criterion, how many of the other products in force chose each level; `[0]` is level 1. */
  chosen: number[][];
}

/** What a response answers, all criteria in order, as one text. */
export function answersKey({ answers }: ParsedResponse): string {
  return answers.join();
}

export function checkedResponses(parsed: ParsedAnswers[]): CheckedResponse[] {
  return parsed.flatMap(({ recognised, responses }) => {
    const headings = new Map(recognised.matched.map(({ field, heading }) => [field, heading]));
    return responses.map((response) => ({ ...response, file: recognised.name, headings }));
  });
}

/** A warning about one response, at its first record; `field` names a column, whose heading is shown. */
export function warningAt(
  { file, line, headings }: CheckedResponse,
  code: ProblemCode,
  { field, value = null }: { field?: string; value?: string | null },
  detail: Problem['detail']
): Problem {
  const column = field === undefined ? null : (headings.get(field) ?? null);
  return { severity: 'warning', file, line, column, value, code, detail };
}
