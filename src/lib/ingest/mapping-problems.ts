import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { looseCode } from './criterion-code.ts';
import { identityFieldNames } from './fields.ts';
import { fieldMeant } from './mapped-columns.ts';
import type { AnswerMapping, ColumnMapping } from './mapping.ts';
import { addresseeOf } from './said.ts';
import { closest } from './similar.ts';
import type { ReadOptions } from './types.ts';

/** What is wrong with a mapping whatever the files: fields, criteria and levels that do not exist. */
export function mappingProblems(
  questionnaire: Questionnaire,
  { map = [], answers = [] }: ReadOptions
): Problem[] {
  return [
    ...map.flatMap((mapping) => fieldProblems(mapping, questionnaire)),
    ...answers.flatMap((mapping) => answerProblems(mapping, questionnaire))
  ];
}

/** A warning for each answer explained that no cell of any file gave: most likely it is misspelt. */
export function unusedAnswers(
  questionnaire: Questionnaire,
  answers: AnswerMapping[],
  used: AnswerMapping[]
): Problem[] {
  return answers
    .filter((mapping) => !used.includes(mapping) && 'label' in addresseeOf(mapping.said, questionnaire))
    .map(({ said }) => ({ ...problem('unused_answer', said), severity: 'warning' }));
}

function fieldProblems({ field }: ColumnMapping, questionnaire: Questionnaire): Problem[] {
  if (fieldMeant(field, questionnaire) !== undefined) return [];
  return [problem('unknown_field', field, near(field, [...identityFieldNames, ...codesOf(questionnaire)]))];
}

function answerProblems({ said, means }: AnswerMapping, questionnaire: Questionnaire): Problem[] {
  const to = addresseeOf(said, questionnaire);
  if ('unknown' in to) {
    const detail = { said, ...near(to.unknown, codesOf(questionnaire)) };
    return [problem('unknown_criterion', to.unknown, detail)];
  }
  const { criteria } = questionnaire;
  const asked = criteria.filter((_, i) => to.criterion === 'all' || to.criterion === i);
  const levels = Math.max(...asked.map(({ levels }) => levels.length));
  if (typeof means !== 'number' || (means >= 1 && means <= levels)) return [];
  return [problem('unknown_level', `${said}=${means}`, { levels })];
}

function codesOf({ criteria }: Questionnaire): string[] {
  return criteria.map(({ code }) => code);
}

function near(name: string, candidates: string[]): Record<string, string> {
  const found = candidates.find((code) => looseCode(code) === looseCode(name)) ?? closest(name, candidates);
  return found === undefined ? {} : { near: found };
}

function problem(code: ProblemCode, value: string, detail: Problem['detail'] = {}): Problem {
  return { severity: 'error', file: '', line: null, column: null, value, code, detail };
}
