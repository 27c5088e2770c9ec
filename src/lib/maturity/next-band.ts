import { bandIndex, bandsOf, type Band, type Edges } from './bands.ts';
import type { Counts } from './figures.ts';

/** The band above a product's own, and how many more criteria at target would put it there. */
export interface NextBand extends Band {
  missing: number;
}

/** In whole numbers (domain definition 3); undefined where nothing applies, and in the highest band. */
export function nextBand({ attained, applicable }: Counts, edges: Edges): NextBand | undefined {
  const index = bandIndex(attained, applicable, edges);
  const band = index === undefined ? undefined : bandsOf(edges)[index + 1];
  // the quotient of whole numbers by 100 is whole only where it is exact, so rounding up is safe
  return band && { ...band, missing: Math.ceil((band.from * applicable - 100 * attained) / 100) };
}
