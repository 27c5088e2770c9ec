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

export function changedProducts(
  before: readonly PublishedProduct[],
  after: readonly PublishedProduct[]
): ChangedProduct[] {
  const then = new Map(before.map((product) => [product.productId, product]));
  const now = new Map(after.map((product) => [product.productId, product]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [then.get(id), now.get(id)];
    if (a && b && a.digest === b.digest && a.corridor === b.corridor) return [];
    const present = [a, b].filter((product) => product !== undefined);
    const corridors = [...new Set(present.map(({ corridor }) => corridor))];
    return [{ vendorKey: present[0]?.vendorKey ?? '', corridors }];
  });
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
