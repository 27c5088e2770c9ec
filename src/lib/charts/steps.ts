import { cell, element } from './element.ts';
import type { ChartOptions } from './chart.ts';
import { stepsGap as gap, stepsSizes } from './steps-size.ts';
import type { Token } from './tokens.ts';

/** One answer: `level` from 1, null where none was chosen; `levels` the number of levels. */
export interface StepsRow {
  level: number | null;
  target: number;
  levels: number;
  /** For dense lists. */
  small?: boolean;
}

/** One stair a level, filled up to the declared one; the target's is outlined and marked by a triangle below. */
export function steps(row: StepsRow, options: ChartOptions): SVGSVGElement {
  const size = stepsSizes[row.small ? 'small' : 'large'];
  const pitch = Math.min(size.pitch, (options.width + gap) / row.levels);
  const baseline = size.highest + 1;
  const stairs = Array.from({ length: row.levels }, (_, i) => {
    const height = size.lowest + (i / Math.max(row.levels - 1, 1)) * (size.highest - size.lowest);
    const box = { x: i * pitch, y: baseline - height, width: Math.max(pitch - gap, 2), height };
    return element('rect', stairAttributes(i + 1, row, box, options), options);
  });
  const [half, high] = size.triangle;
  const centre = (row.target - 1) * pitch + Math.max(pitch - gap, 2) / 2;
  const top = baseline + 2;
  const d = `M${centre},${top}l${half},${high}h${-2 * half}z`;
  const triangle = element('path', { d, fill: options.palette('ink') }, options);
  return cell(top + high + 0.5, [...stairs, triangle], options);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function stairAttributes(level: number, row: StepsRow, box: Box, { palette }: ChartOptions) {
  if (level <= (row.level ?? 0)) return { ...box, fill: palette(fillOf(level, row)) };
  const inner = {
    x: box.x + 0.5,
    y: box.y + 0.5,
    width: Math.max(box.width - 1, 1),
    height: box.height - 1,
    fill: 'none'
  };
  return level === row.target
    ? { ...inner, stroke: palette('ink-2'), 'stroke-width': 1.2 }
    : { ...inner, stroke: palette('rule-strong'), 'stroke-dasharray': '2,1.5' };
}

/** Ochre below the target, blue at it, deep blue for what lies above. */
function fillOf(stair: number, { level, target }: StepsRow): Token {
  if ((level ?? 0) < target) return 'short';
  return stair > target ? 'attained-2' : 'attained';
}
