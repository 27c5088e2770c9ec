import { fold } from '#lib/i18n/fold.ts';
import { BLANK, NOT_APPLICABLE, UNANSWERED, type Answer } from '#lib/maturity/answer.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import type { AnswerMapping } from './mapping.ts';
import { answerMeant, cellKey, type Said } from './said.ts';
import type { Rereading } from './sources/source.ts';

/** Why a cell is no answer: a number that is no level, or words that are neither a label nor a mark. */
export type NoAnswer = 'level_out_of_range' | 'unknown_answer';

const marks = new Map<string, Answer>([
  ...['NA', 'N/A', 'non applicable', 'sans objet', 'not applicable'].map(meaning(NOT_APPLICABLE)),
  ...['unanswered', 'no answer', 'sans réponse', 'non répondu'].map(meaning(UNANSWERED))
]);

/**
 * Reads one criterion's cells, keeping what was understood of each distinct text. What a person said of an answer comes
 * before all else, and `use` is told of it; what a tool's choices are known to stand for comes last.
 */
export function answerReader(
  criterion: Criterion,
  said: Said = new Map(),
  use: (mapping: AnswerMapping) => void = () => undefined,
  rereading?: Rereading
): (cell: string) => Answer | NoAnswer {
  const labels = labelsOf(criterion);
  const known = new Map<string, Answer | NoAnswer>();
  const reread = (cell: string) => {
    const text = rereading?.read(cell, criterion);
    return text === undefined ? 'unknown_answer' : readAnswer(text, labels, criterion.levels.length);
  };
  return (cell) => {
    let answer = known.get(cell);
    if (answer === undefined) {
      const mapping = said.get(cellKey(cell));
      if (mapping) use(mapping);
      answer = mapping
        ? meantBy(mapping, criterion.levels.length)
        : readAnswer(cell, labels, criterion.levels.length);
      if (!mapping && answer === 'unknown_answer') answer = reread(cell);
      known.set(cell, answer);
    }
    return answer;
  };
}

/** The levels of a criterion by their folded labels in either language. */
export function labelsOf(criterion: Pick<Criterion, 'levels'>): Map<string, number> {
  const labels = new Map<string, number>();
  criterion.levels.forEach(({ fr, en }, i) => {
    for (const label of [fr, en]) if (label !== '') labels.set(fold(label), i + 1);
  });
  return labels;
}

/** Whether text reads as a not-applicable or an unanswered mark. */
export function isMark(text: string): boolean {
  return markOf(text) !== undefined;
}

/** `NOT_APPLICABLE` or `UNANSWERED` where text reads as such a mark. */
export function markOf(text: string): Answer | undefined {
  return marks.get(fold(text));
}

/** `3`, ` 3 `, `3.0` and `3,0` alike; undefined for anything but a whole number. */
export function wholeNumber(text: string): number | undefined {
  const folded = fold(text);
  return /^[+-]?\d+([.,]0*)?$/.test(folded) ? parseInt(folded, 10) : undefined;
}

function meantBy({ means }: AnswerMapping, levels: number): Answer | NoAnswer {
  const isLevel = typeof means === 'number';
  return isLevel && (means < 1 || means > levels) ? 'level_out_of_range' : answerMeant(means);
}

function readAnswer(cell: string, labels: Map<string, number>, levels: number): Answer | NoAnswer {
  if (cell.trim() === '') return BLANK;
  const folded = fold(cell);
  const labelled = labels.get(folded);
  if (labelled !== undefined) return labelled;
  const number = wholeNumber(folded);
  if (number !== undefined) return number >= 1 && number <= levels ? number : 'level_out_of_range';
  return marks.get(folded) ?? 'unknown_answer';
}

function meaning(answer: Answer) {
  return (mark: string): [string, Answer] => [fold(mark), answer];
}
