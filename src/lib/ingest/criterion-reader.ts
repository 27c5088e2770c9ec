import { NOT_APPLICABLE, type Answer } from '#lib/maturity/answer.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { answerReader, type NoAnswer } from './answer-cell.ts';
import { fail, warn, type Collection } from './collection.ts';

/** Reads the cell of the row at hand in a column; undefined, and reported, where it is no answer. */
export type CriterionReader = (collection: Collection, cell: string, column: number) => Answer | undefined;

export function criterionReader(criterion: Criterion): CriterionReader {
  const read = answerReader(criterion);
  const expected = expectedAnswers(criterion);
  return (collection, cell, column) => {
    const answer: Answer | NoAnswer = read(cell);
    if (typeof answer === 'string') {
      fail(collection, answer, column, expected);
      return undefined;
    }
    if (answer === NOT_APPLICABLE && criterion.scope === 'common') {
      warn(collection, 'not_applicable_on_common', column, expected);
    }
    return answer;
  };
}

/** What the messages say: the criterion, the number of its levels and, in either language, their labels. */
function expectedAnswers({ code, levels }: Criterion): Record<string, string | number> {
  const listed = (label: (level: Criterion['levels'][number]) => string) => levels.map(label).join(' / ');
  return {
    criterion: code,
    levels: levels.length,
    labelsFr: listed(({ fr, en }) => fr || en),
    labelsEn: listed(({ fr, en }) => en || fr)
  };
}
