import { fail, type Collection, type IdentityColumns } from './collection.ts';
import type { CriterionReader } from './criterion-reader.ts';
import type { ReadRow } from './rows.ts';

/** Reads the row at hand of a file with one row per product; `columns` holds each criterion's, undefined for none. */
export function wideReader(
  collection: Collection,
  readers: CriterionReader[],
  columns: (number | undefined)[],
  { product }: IdentityColumns
): ReadRow {
  return (cells, draft) => {
    if (draft && draft.record !== collection.record) {
      fail(collection, 'duplicate_answer', product, {
        first: draft.response.line,
        product: draft.response.product
      });
    }
    readers.forEach((read, criterion) => {
      const column = columns[criterion];
      if (column === undefined) return;
      const answer = read(collection, cells[column] ?? '', column);
      if (draft?.record === collection.record && answer !== undefined)
        draft.response.answers[criterion] = answer;
    });
  };
}
