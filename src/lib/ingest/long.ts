import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { fail, type Collection, type Draft } from './collection.ts';
import { criterionNames } from './criterion-names.ts';
import type { CriterionReader } from './criterion-reader.ts';
import type { ReadRow } from './rows.ts';

/** Reads the row at hand of a file with one row per answer. */
export function longReader(
  collection: Collection,
  questionnaire: Questionnaire,
  readers: CriterionReader[],
  columns: { criterion: number; answer: number }
): ReadRow {
  const find = criterionFinder(questionnaire);
  return (cells, draft) => {
    const criterion = find(cells[columns.criterion] ?? '');
    const reader = criterion === undefined ? undefined : readers[criterion];
    if (criterion === undefined || !reader) return failCriterion(collection, cells, columns.criterion);
    const answer = reader(collection, cells[columns.answer] ?? '', columns.answer);
    if (draft && isFirst(collection, draft, criterion, columns.criterion) && answer !== undefined)
      draft.response.answers[criterion] = answer;
  };
}

/** Finds a criterion's place by its code, else its label or title, remembering every spelling seen. */
export function criterionFinder(questionnaire: Questionnaire): (written: string) => number | undefined {
  const named = criterionNames(questionnaire);
  const byText = new Map<string, number | null>();
  return (written) => {
    let found = byText.get(written);
    if (found === undefined) byText.set(written, (found = named(written)?.criterion ?? null));
    return found ?? undefined;
  };
}

function failCriterion(collection: Collection, cells: string[], column: number): void {
  const isBlank = (cells[column] ?? '').trim() === '';
  fail(collection, isBlank ? 'missing_value' : 'unknown_criterion', column);
}

/** Whether a response has no answer to a criterion yet; a second one is reported. */
function isFirst(collection: Collection, draft: Draft, criterion: number, column: number): boolean {
  const lines = (draft.lines ??= collection.newLines());
  const first = lines[criterion] ?? 0;
  if (first > 0) fail(collection, 'duplicate_answer', column, { first, product: draft.response.product });
  else lines[criterion] = collection.line;
  return first === 0;
}
