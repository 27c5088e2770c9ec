/** Products that the search can't tell apart. */
export interface Group {
  /** Missing levels by candidate; two stand for two and more. */
  missing: Uint8Array;
  /** Its place among the corridors that have a floor; −1 for any other. */
  floor: number;
  products: number;
  /** Its bit, from 0: groups of one size share words of 32. */
  bit: number;
}

/** Merges equal products and gives each group its bit: those of one size stand together, each size from a new word on. */
export function groupsOf(products: readonly { missing: Uint8Array; floor: number }[]): Group[] {
  const known = new Map<string, Group>();
  for (const { missing, floor } of products) {
    const key = `${floor} ${String.fromCharCode(...missing)}`;
    const group = known.get(key);
    if (group) group.products++;
    else known.set(key, { missing, floor, products: 1, bit: 0 });
  }
  const groups = [...known.values()].sort((a, b) => a.products - b.products);
  let next = 0;
  for (const [i, group] of groups.entries()) {
    if (groups[i - 1] && groups[i - 1]?.products !== group.products) next = Math.ceil(next / 32) * 32;
    group.bit = next++;
  }
  return groups;
}
