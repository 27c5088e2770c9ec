import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';

/** A product as a publication rested on it. */
export interface PublishedProduct {
  productId: string;
  vendorKey: string;
  corridor: string;
  /** Equal for equal answers in the same corridor. */
  digest: string;
}

/** A product that was added, removed or changed, with the corridors in which it shows. */
export interface ChangedProduct {
  vendorKey: string;
  corridors: string[];
}

/** Whether the difference would show these products' answers: there are some, and too few or of too few vendors. */
export function areTooFew(changed: readonly ChangedProduct[], { products, vendors }: Thresholds): boolean {
  const distinct = new Set(changed.map(({ vendorKey }) => vendorKey));
  return changed.length > 0 && (changed.length < products || distinct.size < vendors);
}

/** Corridors in which so few changed that the difference would show them, though all that changed are enough. */
export function corridorsWithFew(changed: readonly ChangedProduct[], thresholds: Thresholds): string[] {
  const corridors = new Set(changed.flatMap((product) => product.corridors));
  return [...corridors].filter((corridor) =>
    areTooFew(
      changed.filter((product) => product.corridors.includes(corridor)),
      thresholds
    )
  );
}
