import { cell, element } from './element.ts';
import type { ChartOptions } from './chart.ts';
import { levelColours } from './level-bar.ts';

const barHeight = 9;

interface ShareBarRow {
  n: number;
  N: number;
  /** Of a level from the target, which gives the colour; at target where absent. */
  distance?: number;
}

/** n of N as a bar in its track, for a table row; the words beside it say both numbers. */
export function shareBar({ n, N, distance = 0 }: ShareBarRow, options: ChartOptions): SVGSVGElement {
  const { palette, width, label } = options;
  const box = { x: 0.5, y: 0.5, width: width - 1, height: barHeight - 1 };
  const track = { ...box, fill: palette('none'), stroke: palette('rule-strong') };
  const filled = N > 0 ? (n / N) * width : 0;
  const bar = { x: 0, y: 0, width: filled, height: barHeight, fill: palette(levelColours(distance).fill) };
  const marks = [element('rect', track, options, label)];
  if (filled > 0) marks.push(element('rect', bar, options, label));
  return cell(barHeight, marks, options);
}
