import type { Problem } from '#lib/maturity/problem.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { warningAt, type Checked, type CheckedResponse } from './checked.ts';
import { summed } from './summed.ts';

/** With fewer answers, all at one end is nothing unusual. */
const fewest = 10;

/** The end of the scale at which all answers of a response stand; undefined where they don't, or are too few. */
export function straightLine(
  { answers }: CheckedResponse,
  criteria: readonly Criterion[]
): 'lowest' | 'highest' | undefined {
  let [answered, lowest, highest] = [0, 0, 0];
  answers.forEach((answer, i) => {
    if (answer <= 0) return;
    answered++;
    if (answer === 1) lowest++;
    if (answer === criteria[i]?.levels.length) highest++;
  });
  if (answered < fewest) return undefined;
  if (lowest === answered) return 'lowest';
  return highest === answered ? 'highest' : undefined;
}

/** Responses all at level 1, or all at the highest level of each criterion. */
export function straightLined({ responses, questionnaire: { criteria } }: Checked): Problem[] {
  return summed(
    responses.flatMap((response) => {
      const reason = straightLine(response, criteria);
      const { product, answers } = response;
      const cells = answers.reduce((sum, answer) => sum + (answer > 0 ? 1 : 0), 0);
      return reason
        ? [
            warningAt(
              response,
              'straight_lined',
              { field: 'product', value: product },
              { reason, cells, who: product }
            )
          ]
        : [];
    })
  );
}
