import { bandKey, type Edges } from './bands.ts';
import type { ProductFigures } from './figures.ts';
import { nextBand, type NextBand } from './next-band.ts';

/** At most so many more criteria. */
export const nearBy = 2;

/** A product close to a higher band, and that band. */
export interface NearProduct extends ProductFigures {
  next: NextBand & { key: string };
}

/** The products that one or two more criteria at target would lift into a higher band, in their order. */
export function withinReach(products: readonly ProductFigures[], edges: Edges): NearProduct[] {
  return products.flatMap((product) => {
    const next = nextBand(product, edges);
    return next && next.missing <= nearBy ? [{ ...product, next: { ...next, key: bandKey(next) } }] : [];
  });
}
