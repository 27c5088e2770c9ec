import { bandsOf } from '#lib/maturity/bands.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import type { View } from './view.ts';

/** A DuckDB map as the driver gives it. */
export type Tally = { key: number; value: number }[] | null;

export function bandCounts(view: View, tally: Tally): BandCount[] {
  const products = new Map(tally?.map(({ key, value }) => [key, value]));
  return bandsOf(view.filters.edges).map((band, i) => ({ ...band, products: products.get(i) ?? 0 }));
}
