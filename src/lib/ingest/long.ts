import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { fail, type Collection, type Draft } from './collection.ts';
import { criterionNames } from './criterion-names.ts';
import type { CriterionReader } from './criterion-reader.ts';
import { collectRows } from './rows.ts';

/** Gathers the rows of a file with one row per answer. */
export function collectLong(
  collection: Collection,
  questionnaire: Questionnaire,
  readers: CriterionReader[],
  columns: { criterion: number; answer: number }
): void {
  const find = criterionFinder(questionnaire);
  const isFirst = firstAnswers(collection, questionnaire.criteria.length, columns.criterion);
  collectRows(collection, (cells, draft) => {
    const criterion = find(cells[columns.criterion] ?? '');
    const reader = criterion === undefined ? undefined : readers[criterion];
    if (criterion === undefined || !reader) return failCriterion(collection, cells, columns.criterion);
    const answer = reader(collection, cells[columns.answer] ?? '', columns.answer);
    if (draft && isFirst(draft, criterion) && answer !== undefined)
      draft.response.answers[criterion] = answer;
  });
}

/** Finds a criterion's place by its code, else its label or title, remembering every spelling seen. */
function criterionFinder(questionnaire: Questionnaire): (written: string) => number | undefined {
  const named = criterionNames(questionnaire);
  const byText = new Map<string, number | undefined>();
  return (written) => {
    if (!byText.has(written)) byText.set(written, named(written)?.criterion);
    return byText.get(written);
  };
}

function failCriterion(collection: Collection, cells: string[], column: number): void {
  const isBlank = (cells[column] ?? '').trim() === '';
  fail(collection, isBlank ? 'missing_value' : 'unknown_criterion', column);
}

/** Tells the first answer of a response to a criterion from later ones, which it reports. */
function firstAnswers(
  collection: Collection,
  criteria: number,
  column: number
): (draft: Draft, criterion: number) => boolean {
  const linesOf = new Map<Draft, Int32Array>();
  return (draft, criterion) => {
    let lines = linesOf.get(draft);
    if (!lines) linesOf.set(draft, (lines = new Int32Array(criteria)));
    const first = lines[criterion] ?? 0;
    if (first > 0) fail(collection, 'duplicate_answer', column, { first, product: draft.response.product });
    else lines[criterion] = collection.table.lines[collection.row] ?? 0;
    return first === 0;
  };
}
