import type { PlacedRibbon } from './flow-layout.ts';

export interface Point {
  x: number;
  y: number;
  id: number;
}

const step = 7;

/**
 * Slanted strokes across a ribbon, as one line with gaps (NaN): a pattern would need a name that is the only one on its
 * page, and not every reader of SVG draws one.
 */
export function hatching(ribbon: PlacedRibbon): Point[] {
  const { id, x1, x2, thickness } = ribbon;
  const strokes = Math.floor((x2 - x1 + thickness) / step);
  return Array.from({ length: strokes }, (_, i) => x1 + (i + 1) * step).flatMap((x) => {
    const [start, end] = [Math.min(x, x2), Math.max(x - thickness, x1)];
    return [
      { id, x: start, y: topAt(ribbon, start) + x - start },
      { id, x: end, y: topAt(ribbon, end) + x - end },
      { id, x: NaN, y: NaN }
    ];
  });
}

/** Height of the ribbon's upper edge at `x`: the curve « bump-x », whose tangents at both ends are level. */
export function topAt({ x1, x2, y1, y2 }: PlacedRibbon, x: number): number {
  const t = parameterAt((x - x1) / (x2 - x1));
  return y1 + (y2 - y1) * (3 * t * t - 2 * t * t * t);
}

/** The Bézier parameter at which the curve has gone this share of the way across, by halving. */
function parameterAt(share: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    const across = 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t ** 3;
    if (across < share) low = t;
    else high = t;
  }
  return (low + high) / 2;
}
