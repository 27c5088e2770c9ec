import { fail, type Collection, type IdentityColumns } from './collection.ts';
import type { CriterionReader } from './criterion-reader.ts';
import { collectRows } from './rows.ts';

/** Gathers the rows of a file with one row per product; `columns` holds each criterion's, undefined for none. */
export function collectWide(
  collection: Collection,
  readers: CriterionReader[],
  columns: (number | undefined)[],
  { product }: IdentityColumns
): void {
  collectRows(collection, (cells, draft) => {
    if (draft && draft.first !== cells) {
      fail(collection, 'duplicate_answer', product, {
        first: draft.response.line,
        product: draft.response.product
      });
    }
    readers.forEach((read, criterion) => {
      const column = columns[criterion];
      if (column === undefined) return;
      const answer = read(collection, cells[column] ?? '', column);
      if (draft?.first === cells && answer !== undefined) draft.response.answers[criterion] = answer;
    });
  });
}
