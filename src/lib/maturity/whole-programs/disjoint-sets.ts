/** Disjoint sets of the numbers below `size`, each known by one of its numbers. */
export function disjointSets(size: number) {
  const parents = Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[i] = root;
    return root;
  };
  return { find, join: (a: number, b: number) => void (parents[find(a)] = find(b)) };
}
