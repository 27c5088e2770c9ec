/**
 * The lowest free level of each dot in a row of levels, 0 on the axis: dots keep their true x, and no two on one level
 * are nearer than `spacing`. Levels come in the order of `xs`. `lowest` gives the first level that is free at a place.
 */
export function dodgeLevels(
  xs: readonly number[],
  spacing: number,
  lowest: (x: number) => number = () => 0
): number[] {
  const levels = new Array<number>(xs.length).fill(0);
  const lastOnLevel: number[] = [];
  for (const i of orderByX(xs)) {
    const level = freeLevel(lastOnLevel, xs[i] as number, spacing, lowest(xs[i] as number));
    lastOnLevel[level] = xs[i] as number;
    levels[i] = level;
  }
  return levels;
}

/**
 * How far each dot is pushed off its row's middle, in px: not at all unless it would touch another, then as little as
 * possible, down before up. Undefined where they can't all be kept within `limit`.
 */
export function dodgeAround(xs: readonly number[], spacing: number, limit: number): number[] | undefined {
  const offsets = new Array<number>(xs.length).fill(0);
  const placed: { x: number; y: number }[] = [];
  const candidates = offsetsWithin(limit, spacing / 2);
  for (const i of orderByX(xs)) {
    const x = xs[i] as number;
    const near = placed.filter((dot) => x - dot.x < spacing);
    const y = candidates.find((offset) => near.every((dot) => isApart(dot, { x, y: offset }, spacing)));
    if (y === undefined) return undefined;
    placed.push({ x, y });
    offsets[i] = y;
  }
  return offsets;
}

function isApart(a: { x: number; y: number }, b: { x: number; y: number }, spacing: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= spacing - 1e-9;
}

function orderByX(xs: readonly number[]): number[] {
  return xs.map((_, i) => i).sort((a, b) => (xs[a] as number) - (xs[b] as number));
}

function freeLevel(lastOnLevel: number[], x: number, spacing: number, lowest: number): number {
  let level = lowest;
  while (x - (lastOnLevel[level] ?? -Infinity) < spacing - 1e-9) level++;
  return level;
}

function offsetsWithin(limit: number, step: number): number[] {
  const steps = Array.from({ length: Math.floor(limit / step) }, (_, i) => (i + 1) * step);
  return [0, ...steps.flatMap((offset) => [offset, -offset])];
}
