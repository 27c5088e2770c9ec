import type { Grid } from './grid.ts';
import { answerRows, holdsAnswers, isObject, isProductFigures, productsOf } from './json-answers.ts';
import { readJson, type JsonObject, type JsonValue } from './json-value.ts';
import { MAX_COLUMNS } from './limits.ts';
import { Refused } from './refusal.ts';
import { padded, rowsInMemory } from './rows-in-memory.ts';

/**
 * A list of objects, one for each row in the long or the wide layout; or one or more products with their answers, as the
 * API gives them or the export of a campaign. Columns are in the order in which their names first come.
 */
export function readJsonGrid(text: string): Grid {
  const records = recordsOf(readJson(text));
  const columns = columnsOf(records);
  const into = rowsInMemory();
  if (columns.size > 0) into.add([...columns.keys()], 1);
  for (const record of records) into.add(cells(record, columns), record.line);
  return { container: 'json', sheet: null, otherSheets: [], ...padded(into), flaws: [] };
}

function recordsOf(value: JsonValue): JsonObject[] {
  if (isObject(value) && holdsAnswers(value)) return answerRows(value);
  const products = isObject(value) ? productsOf(value) : undefined;
  if (products) return products.flatMap(answerRows);
  if (!Array.isArray(value)) throw new Refused('json_shape');
  const objects = value.filter(isObject);
  if (objects.length < value.length) throw new Refused('json_shape');
  if (objects.some(holdsAnswers)) return objects.flatMap(productRows);
  if (objects.length > 0 && objects.every(isProductFigures)) throw new Refused('json_products');
  return objects;
}

function productRows(product: JsonObject): JsonObject[] {
  if (!holdsAnswers(product)) throw new Refused('json_shape', { line: product.line });
  return answerRows(product);
}

function columnsOf(records: JsonObject[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { fields } of records)
    for (const name of fields.keys()) if (!columns.has(name)) columns.set(name, columns.size);
  if (columns.size > MAX_COLUMNS) throw new Refused('columns', { detail: { most: MAX_COLUMNS } });
  return columns;
}

function cells({ line, fields }: JsonObject, columns: Map<string, number>): string[] {
  const row = Array.from({ length: columns.size }, () => '');
  for (const [name, value] of fields) {
    if (typeof value === 'object' && value !== null) throw new Refused('json_nested', { line, value: name });
    row[columns.get(name) ?? 0] = value ?? '';
  }
  return row;
}
