import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import { BLANK } from '#lib/maturity/answer.ts';
import { inBlocks } from './blocks.ts';
import { problemList, type ProblemList } from './problem-list.ts';
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
  /** Vendor and product, folded. */
  key: string;
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
  /** Which record of the table is its first. */
  record: number;
  /** Of a long file, the physical lines of its answers by criterion; 0 where there is none yet. */
  lines?: Int32Array;
}

/** A table's rows as they are gathered into responses. */
export interface Collection {
  table: Table;
  columns: IdentityColumns;
  problems: ProblemList;
  products: Map<string, Product>;
  drafts: Map<string, Draft>;
  /** Drafts by the cells as written, so that most rows are placed without folding. */
  draftsAsWritten: Map<string, Draft>;
  /** The rows that name no product. */
  nobody: Product;
  /** The record at hand, to which problems are ascribed: its number, its cells and lines, and its product. */
  record: number;
  cells: string[];
  line: number;
  lineBefore: number;
  product: Product;
  /** The row before, where it went into a response without a problem: the next is often of the same. */
  last: { cells: string[]; draft: Draft } | undefined;
  /** Memory for the answers of one more response, all blank, and for their lines. */
  newAnswers: () => Int8Array<ArrayBuffer>;
  newLines: () => Int32Array<ArrayBuffer>;
}

export function emptyCollection(table: Table, columns: IdentityColumns, criteria: number): Collection {
  const nobody = { key: '', name: '', hasVendor: false, records: 0, hasError: true };
  return {
    table,
    columns,
    problems: problemList(table.file),
    products: new Map(),
    drafts: new Map(),
    draftsAsWritten: new Map(),
    nobody,
    record: 0,
    cells: [],
    line: 0,
    lineBefore: 0,
    product: nobody,
    last: undefined,
    newAnswers: inBlocks((length) => new Int8Array(length).fill(BLANK), criteria),
    newLines: inBlocks((length) => new Int32Array(length), criteria)
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
    collection.problems.add(cellProblem(collection, 'error', code, column, detail));
}

/** Whether the cell has no value and was reported for that: that it is blank then says nothing. */
function isFlawed({ table, line }: Collection, column: number): boolean {
  const flaws = table.flaws?.get(line);
  return flaws !== undefined && flaws.some((flaw) => flaw.column === table.headings[column]);
}

/** Reports something to look at in a cell of the row at hand, which rejects nothing. */
export function warn(
  collection: Collection,
  code: ProblemCode,
  column: number,
  detail?: Problem['detail']
): void {
  collection.problems.add(cellProblem(collection, 'warning', code, column, detail));
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
  { table, line, cells }: Collection,
  severity: Problem['severity'],
  code: ProblemCode,
  column: number,
  detail?: Problem['detail']
): Problem {
  const problem: Problem = {
    severity,
    file: table.file,
    line,
    column: table.headings[column] ?? null,
    value: cells[column] ?? '',
    code
  };
  return detail ? { ...problem, detail } : problem;
}
