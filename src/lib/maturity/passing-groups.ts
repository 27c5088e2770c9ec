import { passes, type Distances } from './distances.ts';
import type { LevelProduct } from './level-table.ts';

/** Of a group of products: those to which a requirement applies, those that pass, and the vendors of the latter. */
export interface PassingGroup {
  applicable: number;
  passing: number;
  vendors: number;
}

/** A corridor where fewer vendors than these pass has little choice left: worth a warning. */
export const fewestVendors = 3;

/** The groups that `keyOf` makes of the products, in the order in which they first come. */
export function passingBy<Key>(
  products: readonly LevelProduct[],
  distances: Distances,
  keyOf: (product: LevelProduct) => Key
): Map<Key, PassingGroup> {
  const groups = new Map<Key, PassingGroup & { keys: Set<string> }>();
  products.forEach((product, p) => {
    const key = keyOf(product);
    const group = groups.get(key) ?? { applicable: 0, passing: 0, vendors: 0, keys: new Set() };
    groups.set(key, group);
    if (distances.applicable[p] !== 0) group.applicable++;
    if (!passes(distances, p)) return;
    group.passing++;
    group.keys.add(product.vendorKey);
  });
  return new Map(
    [...groups].map(([key, { applicable, passing, keys }]) => [
      key,
      { applicable, passing, vendors: keys.size }
    ])
  );
}
