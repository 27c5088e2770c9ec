import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Collection, IdentityColumns } from './collection.ts';
import { continuedRows, type ContinuedRows } from './continued-rows.ts';
import { criterionFinder } from './long.ts';
import { collectRecord, type ReadRow } from './rows.ts';
import type { TableStream } from './table-stream.ts';

/** Places every row of a stream as `collectRows` does; false where a quote is out of place. */
export function collectStream(
  stream: TableStream,
  collection: Collection,
  readRow: ReadRow,
  continued: ContinuedRows | undefined
): boolean {
  return stream.each(
    (cells, line, start) => {
      const before = collection.problems.size();
      collectRecord(collection, cells, line, readRow);
      continued?.learn(start, cells, collection.problems.size() === before);
      return true;
    },
    (place) => continued?.take(place)
  );
}

/**
 * What takes the rows that go on with a response by their bytes; undefined where a column serves for whose answers they
 * are and for what is answered.
 */
export function continuedOf(
  { read, bytes }: TableStream,
  collection: Collection,
  questionnaire: Questionnaire,
  long: { criterion: number; answer: number }
): ContinuedRows | undefined {
  const columns = { ...long, count: read.table.headings.length };
  const others = identityOf(collection.columns);
  const isApart =
    long.criterion !== long.answer && !others.includes(long.criterion) && !others.includes(long.answer);
  if (!isApart || read.delimiter === null) return undefined;
  return continuedRows(bytes, read.delimiter, columns, collection, criterionFinder(questionnaire));
}

function identityOf({ product, vendor, corridor, submittedAt, attributes }: IdentityColumns) {
  return [product, vendor, corridor, submittedAt, ...attributes.map(({ column }) => column)];
}
