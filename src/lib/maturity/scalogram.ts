import type { Counts } from './figures.ts';
import { markAt, uncounted, type Grid } from './matrix.ts';

/** One criterion on the ladder, with the answers that its place on it did not foretell. */
export interface Rung extends Counts {
  /** Its place in the matrix. */
  criterion: number;
  /** Attained by products that fail as many easier criteria. */
  unexpectedAttained: number;
  /** Failed by products that attain as many harder criteria. */
  unexpectedMissed: number;
}

/** The matrix in Guttman's order. */
export interface Scalogram {
  /** From the most to the least attained, ties in the questionnaire's order; those that apply to nobody last. */
  rungs: Rung[];
  /** Places of the products, from the highest to the lowest rate, ties in the matrix's order; unrated ones last. */
  products: number[];
  /** Answers of each product, by place in the matrix, that its number of attained criteria did not foretell. */
  errors: Int32Array;
  /** Product by product as in the matrix: whether the answer is one of them. */
  isError: Uint8Array;
}

/** Negative where a's share is the greater, in whole numbers; what has no share comes last. */
function byShareDown(a: Counts, b: Counts): number {
  if (a.applicable === 0 || b.applicable === 0)
    return Number(a.applicable === 0) - Number(b.applicable === 0);
  return b.attained * a.applicable - a.attained * b.applicable;
}

function countsOf(grid: Grid, criterion: number): Counts {
  let [applicable, attained] = [0, 0];
  for (let p = 0; p < grid.products; p++) {
    const mark = markAt(grid, p, criterion);
    if (mark === uncounted) continue;
    applicable++;
    attained += mark;
  }
  return { applicable, attained };
}

/** Each criterion's counts, in the matrix's order. */
export function criterionCounts(grid: Grid): Counts[] {
  return Array.from({ length: grid.criteria }, (_, k) => countsOf(grid, k));
}

function productOrder({ products, applicable, attained }: Grid): number[] {
  const counts = Array.from({ length: products }, (_, p) => ({
    p,
    applicable: applicable[p] ?? 0,
    attained: attained[p] ?? 0
  }));
  return counts.sort(byShareDown).map(({ p }) => p);
}

/**
 * Criteria by difficulty and products by rate (Guttman, « A basis for scaling qualitative data », American Sociological
 * Review 9, 1944). A product that attains s criteria is expected to attain the s most attained of those that apply to
 * it; every answer that departs from this is an error (counted as Goodenough and Edwards do).
 */
export function scalogram(grid: Grid): Scalogram {
  const rungs: Rung[] = criterionCounts(grid)
    .map((counts, criterion) => ({ criterion, ...counts, unexpectedAttained: 0, unexpectedMissed: 0 }))
    .sort(byShareDown);
  const errors = new Int32Array(grid.products);
  const isError = new Uint8Array(grid.marks.length);
  for (let p = 0; p < grid.products; p++) errors[p] = markErrors(grid, p, rungs, isError);
  return { rungs, products: productOrder(grid), errors, isError };
}

/** Marks the product's errors, adds them to their rungs and counts them. */
function markErrors(grid: Grid, p: number, rungs: Rung[], isError: Uint8Array): number {
  let [expected, errors] = [grid.attained[p] ?? 0, 0];
  for (const rung of rungs) {
    const mark = markAt(grid, p, rung.criterion);
    if (mark === uncounted) continue;
    const isExpected = expected-- > 0;
    if ((mark === 1) === isExpected) continue;
    isError[p * grid.criteria + rung.criterion] = 1;
    errors++;
    if (isExpected) rung.unexpectedMissed++;
    else rung.unexpectedAttained++;
  }
  return errors;
}

/** What is usually asked of a scale's coefficient. */
export const usualReproducibility = 0.9;

export interface Reproducibility {
  /** Applicable answers. */
  answers: number;
  errors: number;
  /** 1 − errors ÷ answers; null without answers. */
  coefficient: number | null;
  /**
   * Minimal marginal reproducibility: what guessing each criterion's more frequent answer would get right (Edwards,
   * « Techniques of Attitude Scale Construction », 1957).
   */
  minimal: number | null;
}

export function reproducibility({ rungs, errors }: Scalogram): Reproducibility {
  const answers = rungs.reduce((sum, { applicable }) => sum + applicable, 0);
  const wrong = errors.reduce((sum, own) => sum + own, 0);
  const right = rungs.reduce((sum, { applicable: N, attained: n }) => sum + Math.max(n, N - n), 0);
  return {
    answers,
    errors: wrong,
    coefficient: answers === 0 ? null : 1 - wrong / answers,
    minimal: answers === 0 ? null : right / answers
  };
}

/** Products of neighbouring rates, with each rung's counts among them. */
export interface ProductGroup {
  products: number;
  /** Of the lowest and the highest rate in the group. */
  from: number;
  to: number;
  rungs: Counts[];
}

/** The rated products in so many groups of about equal size, from the highest rates down; for what is too wide to draw. */
export function productGroups(grid: Grid, { rungs, products }: Scalogram, groups: number): ProductGroup[] {
  const rated = products.filter((p) => (grid.applicable[p] ?? 0) > 0);
  const length = Math.min(groups, rated.length);
  const start = (g: number) => Math.floor((g * rated.length) / length);
  return Array.from({ length }, (_, g) => groupOf(grid, rungs, rated.slice(start(g), start(g + 1))));
}

function groupOf(grid: Grid, rungs: readonly Rung[], products: number[]): ProductGroup {
  const share = (p = 0) => (grid.attained[p] ?? 0) / (grid.applicable[p] ?? 1);
  const marksOf = (criterion: number) =>
    products.map((p) => markAt(grid, p, criterion)).filter((mark) => mark !== uncounted);
  return {
    products: products.length,
    from: share(products.at(-1)),
    to: share(products[0]),
    rungs: rungs.map(({ criterion }) => {
      const marks = marksOf(criterion);
      return { applicable: marks.length, attained: marks.filter((mark) => mark === 1).length };
    })
  };
}
