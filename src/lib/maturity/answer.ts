import type { Scope } from './questionnaire.ts';

/**
 * What one cell says, as one small integer: a level from 1, or one of the marks below.
 * What a mark counts as depends on the criterion's scope (see `countsAs`); the mark itself is kept, so that
 * « not applicable » by mark and by blank stay apart and a mark on a common criterion isn't lost.
 */
export type Answer = number;

export const UNANSWERED = 0;
export const NOT_APPLICABLE = -1;
export const BLANK = -2;

/** What an answer counts as by domain definition 1: its level, or the state that it leaves its criterion in. */
export function countsAs(answer: Answer, scope: Scope): number | 'unanswered' | 'not_applicable' {
  if (answer > 0) return answer;
  return scope === 'common' || answer === UNANSWERED ? 'unanswered' : 'not_applicable';
}
