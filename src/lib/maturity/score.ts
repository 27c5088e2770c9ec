import { countsAs, type Answer } from './answer.ts';
import type { Criterion } from './questionnaire.ts';

/** The part that is all criteria; any other is named by the place of the first criterion of its theme and scope. */
export const WHOLE = -1;

/**
 * What one response's answers to a part add up to, in this order: `applicable` by domain definition 1, `unanswered` of
 * these, `attained`; the missing levels of the answered, and apart those of the unanswered.
 */
export const scoreMeasures = ['applicable', 'unanswered', 'attained', 'effort', 'unanswered_effort'] as const;

export interface Scorer {
  /** Each theme and scope that has criteria, then `WHOLE`. */
  parts: number[];
  /** The measures of every part, one part after the other. */
  score(answers: ArrayLike<Answer>): Uint16Array;
}

type Scored = Pick<Criterion, 'theme' | 'scope' | 'target'>;

export function scorer(criteria: readonly Scored[]): Scorer {
  const names = criteria.map(({ theme, scope }) => JSON.stringify([theme, scope]));
  const distinct = [...new Set(names)];
  const partOf = names.map((name) => distinct.indexOf(name));
  const parts = distinct.map((name) => names.indexOf(name));
  const size = scoreMeasures.length;
  return {
    parts: [...parts, WHOLE],
    score(answers) {
      const sums = new Uint16Array((parts.length + 1) * size);
      criteria.forEach((criterion, i) => add(sums, (partOf[i] ?? 0) * size, criterion, answers[i] ?? 0));
      const whole = parts.length * size;
      for (let at = 0; at < whole; at++) increase(sums, whole + (at % size), sums[at] ?? 0);
      return sums;
    }
  };
}

function add(sums: Uint16Array, at: number, { scope, target }: Scored, answer: Answer): void {
  const counted = countsAs(answer, scope);
  if (counted === 'not_applicable') return;
  increase(sums, at, 1);
  if (counted === 'unanswered') {
    increase(sums, at + 1, 1);
    increase(sums, at + 4, target);
  } else if (counted >= target) increase(sums, at + 2, 1);
  else increase(sums, at + 3, target - counted);
}

function increase(sums: Uint16Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}
