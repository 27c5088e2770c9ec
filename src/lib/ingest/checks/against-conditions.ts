import { fold } from '#lib/i18n/fold.ts';
import { BLANK, NOT_APPLICABLE } from '#lib/maturity/answer.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { readCondition, type Clause } from '../applies-when.ts';
import { warningAt, type Checked, type CheckedResponse } from './checked.ts';

const named = 3;

/**
 * Answers to conditional criteria that contradict the questionnaire's `applies_when`: a level where the condition does
 * not hold, or « not applicable » where it does. One warning a criterion and kind, at the first such response.
 */
export function againstConditions({ responses, questionnaire: { criteria } }: Checked): Problem[] {
  return criteria.flatMap((criterion, position) => {
    const clauses = criterion.scope === 'conditional' ? readCondition(criterion.appliesWhen, criteria) : [];
    if (!Array.isArray(clauses) || clauses.length === 0) return [];
    const answered: CheckedResponse[] = [];
    const waived: CheckedResponse[] = [];
    for (const response of responses) {
      const answer = response.answers[position] ?? BLANK;
      const holds = answer > 0 || answer === NOT_APPLICABLE ? meets(response, clauses, criteria) : undefined;
      if (holds === false && answer > 0) answered.push(response);
      if (holds === true && answer === NOT_APPLICABLE) waived.push(response);
    }
    return [...warning(criterion, 'answered', answered), ...warning(criterion, 'waived', waived)];
  });
}

/** Whether all clauses hold; undefined where one can't be told and none fails. */
function meets(
  response: CheckedResponse,
  clauses: Clause[],
  criteria: readonly Criterion[]
): boolean | undefined {
  const held = clauses.map((clause) =>
    'attribute' in clause ? hasValue(response, clause) : reaches(response, clause, criteria)
  );
  if (held.includes(false)) return false;
  return held.includes(undefined) ? undefined : true;
}

function hasValue(
  { attributes, corridor, vendor }: CheckedResponse,
  { attribute, value }: { attribute: string; value: string }
): boolean | undefined {
  const given = Object.entries({ corridor, vendor, ...attributes }).find(
    ([name]) => fold(name) === attribute
  );
  const text = fold(given?.[1] ?? '');
  return text === '' ? undefined : text === value;
}

/** A criterion that was waived is at no level; of one that was left out nothing is known. */
function reaches(
  { answers }: CheckedResponse,
  { criterion, level }: { criterion: number; level: number },
  criteria: readonly Criterion[]
): boolean | undefined {
  const answer = answers[criterion] ?? BLANK;
  if (answer > 0) return answer >= level;
  return answer === NOT_APPLICABLE && criteria[criterion]?.scope === 'conditional' ? false : undefined;
}

function warning(
  { code, appliesWhen }: Criterion,
  reason: 'answered' | 'waived',
  found: CheckedResponse[]
): Problem[] {
  const [first] = found;
  if (!first) return [];
  const who = found.slice(0, named).map(({ product }) => product);
  const detail = {
    reason,
    criterion: code,
    condition: appliesWhen,
    count: found.length,
    who: who.join(', ')
  };
  return [warningAt(first, 'against_condition', { field: code }, detail)];
}
