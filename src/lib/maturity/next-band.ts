import { bandIndex, bandsOf, type Band, type Edges } from './bands.ts';
import type { Counts } from './figures.ts';

/** The band that a product would rise to, and how many more criteria at target would put it there. */
export interface NextBand extends Band {
  missing: number;
}

/**
 * The least that lifts a product out of its band, and where that takes it: past a narrow band if one criterion weighs
 * more than the band is wide. In whole numbers (domain definition 3); undefined where nothing applies, and in the
 * highest band.
 */
export function nextBand({ attained, applicable }: Counts, edges: Edges): NextBand | undefined {
  const index = bandIndex(attained, applicable, edges);
  const edge = index === undefined ? undefined : edges[index];
  if (edge === undefined) return undefined;
  // the quotient of whole numbers by 100 is whole only where it is exact, so rounding up is safe
  const missing = Math.ceil((edge * applicable - 100 * attained) / 100);
  const band = bandsOf(edges)[bandIndex(attained + missing, applicable, edges) ?? 0];
  return band && { ...band, missing };
}
