import type { Demand } from './demands.ts';
import { notConcerned, type LevelProduct } from './level-table.ts';

/** Σ weight × share of the products in view to which the demand applies (domain, Terms); 0 without products. */
export function firmnessOf(products: readonly LevelProduct[], demands: readonly Demand[]): number {
  if (products.length === 0) return 0;
  // one division, so that the sum of whole numbers stays exact
  const weighted = demands.reduce(
    (sum, { column, weight }) =>
      sum +
      weight * products.filter(({ levels }) => (levels[column] ?? notConcerned) !== notConcerned).length,
    0
  );
  return weighted / products.length;
}
