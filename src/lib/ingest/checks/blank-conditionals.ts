import { BLANK } from '#lib/maturity/answer.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { warningAt, type Checked, type CheckedResponse } from './checked.ts';
import { summed } from './summed.ts';

/**
 * Products that leave conditional criteria blank rather than say that they don't apply: counted as not applicable, they
 * are an unseen way out. A criterion on which no response of the import says anything has its own warning, or was not
 * asked.
 */
export function blankConditionals({ responses, questionnaire: { criteria } }: Checked): Problem[] {
  const asked = criteria.flatMap(({ scope }, i) =>
    scope === 'conditional' && responses.some(({ answers }) => answers[i] !== BLANK) ? [i] : []
  );
  return summed(
    responses.flatMap((response) => {
      const cells = asked.filter((i) => response.answers[i] === BLANK).length;
      return cells > 0 ? [warning(response, cells)] : [];
    })
  );
}

function warning(response: CheckedResponse, cells: number): Problem {
  const { product } = response;
  return warningAt(
    response,
    'blank_conditional',
    { field: 'product', value: product },
    { cells, who: product }
  );
}
