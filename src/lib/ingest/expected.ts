import type { Problem } from '#lib/maturity/problem.ts';
import { collected, emptyCollection } from './collection.ts';
import { identityFields } from './fields.ts';
import { findColumns, headingKey, missingColumn } from './headings.ts';
import { collectRows } from './rows.ts';
import { readTable } from './table.ts';
import type { ExpectedProduct, OpenedFile, ReadOptions } from './types.ts';

/**
 * Reads the list of the products that were asked to answer, each once; those with an error are left out, all of them
 * where the heading row has one.
 */
export function readExpected(
  file: OpenedFile,
  options: ReadOptions = {}
): { expected: ExpectedProduct[]; problems: Problem[] } {
  const fieldOf = (heading: string) => identityFields.get(headingKey(heading));
  const { table, problems } = readTable(file, (heading) => fieldOf(heading) !== undefined, options);
  if (!table) return { expected: [], problems };
  const { at, problems: headingProblems } = findColumns(table, fieldOf);
  const [product, vendor] = [at.get('product'), at.get('vendor')];
  if (product === undefined) headingProblems.push(missingColumn(table, 'product'));
  if (vendor === undefined) headingProblems.push(missingColumn(table, 'vendor'));
  if (product === undefined || vendor === undefined || headingProblems.length > 0) {
    return { expected: [], problems: headingProblems };
  }
  const columns = { product, vendor, corridor: at.get('corridor'), submittedAt: undefined, attributes: [] };
  const collection = emptyCollection(table, columns, 0);
  collectRows(collection, () => undefined);
  const expected = collected(collection).responses.map(({ product, vendor, corridor }) => ({
    product,
    vendor,
    corridor
  }));
  return { expected, problems: collection.problems.all() };
}
