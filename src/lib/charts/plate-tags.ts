import type { ChartOptions } from './chart.ts';
import { element, textElement } from './element.ts';
import type { Block } from './plate.ts';
import { textWidth } from './text-width.ts';

/** A caution that stays with the figure; `hatched` marks what is invented. */
export interface Tag {
  text: string;
  hatched?: boolean;
}

interface Placed extends Tag {
  row: number;
  left: number;
  width: number;
}

const size = 12;
const weight = 500;
const height = 22;
const gap = 8;
/** From the tag's left edge to its words, past its square. */
const indent = 26;

/** The tags side by side, on as many rows as they need. */
export function tagRows(tags: Tag[], options: ChartOptions): Block {
  const placed = placeTags(tags, options.width);
  const rows = (placed.at(-1)?.row ?? -1) + 1;
  return {
    height: Math.max(0, rows * (height + gap) - gap),
    draw: (top) => placed.flatMap((tag) => drawTag(tag, top + tag.row * (height + gap), options))
  };
}

function placeTags(tags: Tag[], room: number): Placed[] {
  let [row, left] = [0, 0];
  return tags.map((tag) => {
    const width = indent + Math.ceil(textWidth(tag.text, size, weight) * 1.01) + 9;
    if (left > 0 && left + width > room) [row, left] = [row + 1, 0];
    const placed = { ...tag, row, left, width };
    left += width + gap;
    return placed;
  });
}

function drawTag({ text, hatched, left, width }: Placed, top: number, options: ChartOptions): SVGElement[] {
  const { palette } = options;
  const box = { x: left + 0.5, y: top + 0.5, width: width - 1, height: height - 1, fill: 'none' };
  const words = {
    x: left + indent,
    y: top + 15.2,
    'font-size': size,
    'font-weight': weight,
    fill: palette('ink-2')
  };
  return [
    element('rect', { ...box, stroke: palette('rule-strong'), 'stroke-dasharray': '3,2' }, options),
    element(
      'path',
      { d: square(left + 8.5, top + 5.5, hatched), fill: 'none', stroke: palette('ink-2') },
      options
    ),
    textElement(text, words, options)
  ];
}

function square(x: number, y: number, hatched = false): string {
  const outline = `M${x},${y}h10v10h-10z`;
  return hatched ? `${outline}M${x},${y + 5}l5,-5M${x},${y + 10}l10,-10M${x + 5},${y + 10}l5,-5` : outline;
}
