import type { ChartOptions } from './chart.ts';
import { element } from './element.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const step = 7;

/** A box with slanted strokes for what is left out, drawn as lines: a pattern would need a name of its own. */
export function hatchedBox(box: Box, words: string, options: ChartOptions): SVGElement[] {
  const { x, y, width, height } = box;
  const strokes = Array.from({ length: Math.max(0, Math.ceil((width + height) / step) - 1) }, (_, i) => {
    const reach = (i + 1) * step;
    const [right, left] = [Math.min(reach, width), Math.max(reach - height, 0)];
    return `M${x + right},${y + reach - right}L${x + left},${y + reach - left}`;
  });
  const lines = { d: strokes.join(''), stroke: options.palette('rule'), fill: 'none' };
  return [
    element('path', lines, options),
    element('rect', { ...box, fill: options.palette('ground'), 'fill-opacity': 0 }, options, words)
  ];
}
