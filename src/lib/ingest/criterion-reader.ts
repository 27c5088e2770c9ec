import { NOT_APPLICABLE, type Answer } from '#lib/maturity/answer.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import { answerReader, labelsOf, type NoAnswer } from './answer-cell.ts';
import { fail, warn, type Collection } from './collection.ts';
import type { AnswerMapping } from './mapping.ts';
import { cellKey, saidOfEach, type Said } from './said.ts';
import { closest } from './similar.ts';
import type { Rereading } from './sources/source.ts';
import type { StrangeAnswer } from './types.ts';

/** Reads the cell of the row at hand in a column; undefined, and reported, where it is no answer. */
export type CriterionReader = (collection: Collection, cell: string, column: number) => Answer | undefined;

/** What is noted while cells are read: what a person said and was used, and the texts that are no answer by themselves. */
export interface Notes {
  used: Set<AnswerMapping>;
  /** By criterion and text as compared, over all the file. */
  strange: Map<string, StrangeAnswer>;
}

/** A reader for each criterion, in the questionnaire's order. */
export function criterionReaders(
  questionnaire: Questionnaire,
  answers: AnswerMapping[],
  { used, strange }: Notes,
  rereading?: Rereading
): CriterionReader[] {
  const said = saidOfEach(questionnaire, answers);
  return questionnaire.criteria.map((criterion, i) => {
    const read = answerReader(criterion, said[i], (mapping) => used.add(mapping), rereading);
    return criterionReader(criterion, read, strangeCounter(criterion, said[i] ?? new Map(), strange));
  });
}

/** Counts the cells that are no answer by themselves, whether a person has explained them or not. */
function strangeCounter({ code }: Criterion, said: Said, strange: Notes['strange']) {
  const known = new Map<string, StrangeAnswer | undefined>();
  const entry = (text: string, isAnswer: boolean) => {
    const key = cellKey(text);
    if (isAnswer && !said.has(key)) return undefined;
    const found = strange.get(`${code}\u001f${key}`) ?? { criterion: code, text: text.trim(), count: 0 };
    strange.set(`${code}\u001f${key}`, found);
    return found;
  };
  return (cell: string, isAnswer: boolean) => {
    if (isAnswer && said.size === 0) return;
    if (!known.has(cell)) known.set(cell, entry(cell, isAnswer));
    const found = known.get(cell);
    if (found) found.count++;
  };
}

function criterionReader(
  criterion: Criterion,
  read: ReturnType<typeof answerReader>,
  count: ReturnType<typeof strangeCounter>
): CriterionReader {
  const expected = expectedAnswers(criterion);
  const suggested = suggestions(criterion);
  return (collection, cell, column) => {
    const answer: Answer | NoAnswer = read(cell);
    count(cell, typeof answer !== 'string');
    if (typeof answer === 'string') {
      fail(collection, answer, column, { ...expected, ...(answer === 'unknown_answer' && suggested(cell)) });
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

const least = 0.6;
/** Longer texts are remarks, not labels. */
const longest = 200;

/** For a cell that is no answer the level whose label is most like it, to be confirmed by a person; each text once. */
function suggestions(criterion: Criterion): (cell: string) => Record<string, string | number> {
  const known = new Map<string, Record<string, string | number>>();
  const labels = labelsOf(criterion);
  return (cell) => {
    const suggested = known.get(cell) ?? suggestionOf(cell.trim(), criterion, labels);
    known.set(cell, suggested);
    return suggested;
  };
}

function suggestionOf(
  cell: string,
  { code, levels }: Criterion,
  labels: Map<string, number>
): Record<string, string | number> {
  const near = cell.length > longest ? undefined : closest(cell, [...labels.keys()], least);
  const level = near === undefined ? undefined : labels.get(near);
  if (level === undefined) return {};
  const { fr = '', en = '' } = levels[level - 1] ?? {};
  return { level, labelFr: fr || en, labelEn: en || fr, option: `--answer "${code}:${cell}=${level}"` };
}
