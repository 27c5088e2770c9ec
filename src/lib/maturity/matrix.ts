import type { Scope } from './questionnaire.ts';

/**
 * What a product says of a criterion: `1` attains the target, `0` a level below it, `?` applies without an answer, `-`
 * does not apply.
 */
export type Cell = '1' | '0' | '?' | '-';

export interface MatrixCriterion {
  code: string;
  theme: string;
  scope: Scope;
  target: number;
}

export interface MatrixProduct {
  id: string;
  product: string;
  vendor: string;
  vendorKey: string;
  corridor: string;
  /** Products of its vendor in the whole campaign, whatever is in view. */
  vendorProducts: number;
  /** One cell a criterion, in their order. */
  cells: string;
}

/** Every answer of the products in view to the criteria in view. */
export interface Matrix {
  criteria: MatrixCriterion[];
  products: MatrixProduct[];
  unanswered: 'count' | 'exclude';
}

/** Not in any denominator. */
export const uncounted = -1;

/** The matrix as numbers, for statistics that go through it many times. */
export interface Grid {
  criteria: number;
  products: number;
  /** Product by product: 1 attained, 0 not attained, −1 in no denominator. */
  marks: Int8Array;
  /** Of each product. */
  applicable: Int32Array;
  attained: Int32Array;
  /** The index of each product's vendor, in order of first appearance. */
  vendor: Int32Array;
  vendors: number;
}

/** The matrix by domain definitions 1 and 2, with the setting `unanswered`. */
export function gridOf({ criteria, products, unanswered }: Matrix): Grid {
  const K = criteria.length;
  const grid: Grid = {
    criteria: K,
    products: products.length,
    marks: new Int8Array(K * products.length),
    applicable: new Int32Array(products.length),
    attained: new Int32Array(products.length),
    ...vendorsOf(products)
  };
  const blank = unanswered === 'count' ? 0 : uncounted;
  for (const [p, { cells }] of products.entries()) fillRow(grid, p, cells, blank);
  return grid;
}

function vendorsOf(products: readonly MatrixProduct[]): Pick<Grid, 'vendor' | 'vendors'> {
  const indices = new Map<string, number>();
  for (const { vendorKey } of products) if (!indices.has(vendorKey)) indices.set(vendorKey, indices.size);
  return {
    vendor: Int32Array.from(products, ({ vendorKey }) => indices.get(vendorKey) ?? 0),
    vendors: indices.size
  };
}

function fillRow({ criteria, marks, applicable, attained }: Grid, p: number, cells: string, blank: number) {
  for (let k = 0; k < criteria; k++) {
    const mark = markOf(cells[k], blank);
    marks[p * criteria + k] = mark;
    if (mark === uncounted) continue;
    applicable[p] = (applicable[p] ?? 0) + 1;
    attained[p] = (attained[p] ?? 0) + mark;
  }
}

function markOf(cell: string | undefined, blank: number): number {
  if (cell === '1') return 1;
  if (cell === '0') return 0;
  return cell === '?' ? blank : uncounted;
}

/** What a product says of a criterion, both by index. */
export function markAt({ criteria, marks }: Grid, product: number, criterion: number): number {
  return marks[product * criteria + criterion] ?? uncounted;
}

/** The product's rate, from 0 to 1; undefined where nothing applies. */
export function rateAt({ applicable, attained }: Grid, product: number): number | undefined {
  const N = applicable[product] ?? 0;
  return N === 0 ? undefined : (attained[product] ?? 0) / N;
}
