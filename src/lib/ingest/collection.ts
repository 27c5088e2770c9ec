import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import type { Table } from './table.ts';
import type { ParsedAnswers, ParsedResponse } from './types.ts';

/** Where the columns that say whose answers a row holds stand. */
export interface IdentityColumns {
  product: number;
  vendor: number;
  corridor: number | undefined;
  submittedAt: number | undefined;
  attributes: { name: string; column: number }[];
}

/** What is known of a product over all its responses in the file. */
export interface Product {
  /** Folded, for a row without a vendor spoils the products of its name. */
  name: string;
  hasVendor: boolean;
  records: number;
  hasError: boolean;
}

/** A response as it grows; later records are compared with its first. */
export interface Draft {
  response: ParsedResponse;
  product: Product;
  first: string[];
}

/** A table's rows as they are gathered into responses. */
export interface Collection {
  table: Table;
  columns: IdentityColumns;
  criteria: number;
  problems: Problem[];
  products: Map<string, Product>;
  drafts: Map<string, Draft>;
  /** Drafts by the cells as written, so that most rows are placed without folding. */
  draftsAsWritten: Map<string, Draft>;
  /** The rows that name no product. */
  nobody: Product;
  /** The row at hand, to which problems are ascribed, and its product. */
  row: number;
  product: Product;
}

export function emptyCollection(table: Table, columns: IdentityColumns, criteria: number): Collection {
  const nobody = { name: '', hasVendor: false, records: 0, hasError: true };
  return {
    table,
    columns,
    criteria,
    problems: [],
    products: new Map(),
    drafts: new Map(),
    draftsAsWritten: new Map(),
    nobody,
    row: 0,
    product: nobody
  };
}

/** Reports an error in a cell of the row at hand; its product is rejected. */
export function fail(
  collection: Collection,
  code: ProblemCode,
  column: number,
  detail?: Problem['detail']
): void {
  collection.product.hasError = true;
  if (!isFlawed(collection, column))
    collection.problems.push(cellProblem(collection, 'error', code, column, detail));
}

/** Whether the cell has no value and was reported for that: that it is blank then says nothing. */
function isFlawed({ table, row }: Collection, column: number): boolean {
  const flaws = table.flaws?.get(table.lines[row] ?? 0);
  return flaws !== undefined && flaws.some((flaw) => flaw.column === table.headings[column]);
}

/** Reports something to look at in a cell of the row at hand, which rejects nothing. */
export function warn(
  collection: Collection,
  code: ProblemCode,
  column: number,
  detail?: Problem['detail']
): void {
  collection.problems.push(cellProblem(collection, 'warning', code, column, detail));
}

/** The responses of the products without an error, and how many others there are. */
export function collected(collection: Collection): Pick<ParsedAnswers, 'responses' | 'rejected'> {
  const products = [...collection.products.values()];
  spoilNamesakes(products);
  const drafts = [...collection.drafts.values()].filter(({ product }) => !product.hasError);
  return {
    responses: drafts.map(({ response }) => response),
    rejected: countRejected(
      products.filter(({ hasError }) => hasError),
      collection.nobody.records
    )
  };
}

/** A row without a vendor may belong to any product of its name, so none of these is complete for certain. */
function spoilNamesakes(products: Product[]): void {
  const names = new Set(products.filter(({ hasVendor }) => !hasVendor).map(({ name }) => name));
  for (const product of products) if (names.has(product.name)) product.hasError = true;
}

function countRejected(rejected: Product[], nobodys: number): ParsedAnswers['rejected'] {
  const named = new Set(rejected.filter(({ hasVendor }) => hasVendor).map(({ name }) => name));
  return {
    products: rejected.filter(({ name, hasVendor }) => hasVendor || !named.has(name)).length,
    rows: rejected.reduce((sum, { records }) => sum + records, nobodys)
  };
}

function cellProblem(
  { table, row }: Collection,
  severity: Problem['severity'],
  code: ProblemCode,
  column: number,
  detail?: Problem['detail']
): Problem {
  const problem: Problem = {
    severity,
    file: table.file,
    line: table.lines[row] ?? null,
    column: table.headings[column] ?? null,
    value: table.rows[row]?.[column] ?? '',
    code
  };
  return detail ? { ...problem, detail } : problem;
}
