/**
 * Heights of labels at one side of a drawing, in the order given: as near their own places as a distance of `gap`
 * between neighbours lets them, all between `top` and `bottom` where there is room (pool adjacent violators).
 */
export function labelColumn(ys: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const room = Math.max(top, bottom - gap * (ys.length - 1));
  const free = pooled(order.map(({ y }, rank) => y - rank * gap));
  const placed = new Map(
    order.map(({ i }, rank) => [i, Math.min(Math.max(free[rank] ?? top, top), room) + rank * gap])
  );
  return ys.map((_, i) => placed.get(i) ?? top);
}

/** The nearest list, by squares, that never falls. */
function pooled(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: block.sum + last.sum, count: block.count + last.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
