import type { Problem } from '#lib/maturity/problem.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { answersKey, warningAt, type Checked, type CheckedResponse, type KnownProduct } from './checked.ts';
import { straightLine } from './straight-lined.ts';
import { summed } from './summed.ts';
import { looseVendor } from '#lib/i18n/vendor-name.ts';

const fewest = 10;
/** Others expected to answer alike by chance, above which alikeness says nothing. */
const byChance = 1e-6;
const named = 3;

/**
 * Responses of different vendors that are the same on every criterion. What chance alone would give is left out: the
 * number of other products expected to answer just so, were the criteria independent, from how often the other
 * responses of the import give each answer.
 */
export function identicalResponses(checked: Checked): Problem[] {
  const { responses, questionnaire, sameAnswers } = checked;
  const counts = answerCounts(checked);
  const groups = [...grouped(responses)].flatMap(([key, group]) => {
    const others = sameAnswers.get(key) ?? [];
    return isTelling(group, others, questionnaire.criteria) && expected(group, counts, checked) < byChance
      ? [warning(group, others)]
      : [];
  });
  return summed(groups);
}

function grouped(responses: CheckedResponse[]): Map<string, CheckedResponse[]> {
  const groups = new Map<string, CheckedResponse[]>();
  for (const response of responses) {
    const key = answersKey(response);
    const group = groups.get(key) ?? [];
    group.push(response);
    groups.set(key, group);
  }
  return groups;
}

/** Whether several vendors give these answers, enough of them, and not all at one end: that is another check's. */
function isTelling(
  group: CheckedResponse[],
  others: KnownProduct[],
  criteria: readonly Criterion[]
): boolean {
  const [first] = group;
  if (!first || group.length + others.length < 2) return false;
  const vendors = new Set([...group, ...others].map(({ vendor }) => looseVendor(vendor)));
  const answered = first.answers.reduce((sum, answer) => sum + (answer > 0 ? 1 : 0), 0);
  return vendors.size > 1 && answered >= fewest && !straightLine(first, criteria);
}

/** By criterion, how often each answer comes. */
function answerCounts({ responses, questionnaire }: Checked): Map<number, number>[] {
  const counts = questionnaire.criteria.map(() => new Map<number, number>());
  for (const { answers } of responses)
    answers.forEach((answer, i) => counts[i]?.set(answer, (counts[i].get(answer) ?? 0) + 1));
  return counts;
}

/** How many others would answer just so; an answer that no other gives is counted as if one more response did. */
function expected(group: CheckedResponse[], counts: Map<number, number>[], checked: Checked): number {
  const { responses, questionnaire } = checked;
  const others = responses.length - group.length;
  let chance = 1;
  group[0]?.answers.forEach((answer, i) => {
    const levels = questionnaire.criteria[i]?.levels.length ?? 1;
    const given = (counts[i]?.get(answer) ?? 0) - group.length;
    chance *= (given + 1) / (others + levels + 1);
  });
  return Math.max(1, others) * chance;
}

function warning(group: CheckedResponse[], others: KnownProduct[]): Problem {
  const [first] = group as [CheckedResponse];
  const rest = [...group.slice(1), ...others].map(({ product, vendor }) => `${product} (${vendor})`);
  return warningAt(
    first,
    'identical_responses',
    { field: 'product', value: first.product },
    {
      others: rest.slice(0, named).join(', '),
      more: Math.max(0, rest.length - named),
      cells: first.answers.reduce((sum, answer) => sum + (answer > 0 ? 1 : 0), 0),
      who: first.product
    }
  );
}
