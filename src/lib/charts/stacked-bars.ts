import { integer } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';
import { cell, element } from './element.ts';
import { phoneBelow } from './frame.ts';
import { styledText as text } from './styled-text.ts';
import { clip, textWidth } from './text-width.ts';
import type { Token } from './tokens.ts';

/** Products of one kind in a row. */
export interface BarPart {
  n: number;
  fill: Token;
  /** Colour of the count on it. */
  ink: Token;
  /** The part in a sentence. */
  words: string;
}

export interface StackedBarsRow {
  code: string;
  label: string;
  parts: BarPart[];
  /** At the right end of the row. */
  figure: string;
}

export interface StackedBarsRows {
  rows: StackedBarsRow[];
  /** What the figures are. */
  head: string;
  /** Products of the longest row; the width stands for ten at least, so that one product is no long bar. */
  most: number;
  /** What the fills mean; empty where there is one. */
  key: { name: string; fill: Token }[];
}

interface Layout {
  phone: boolean;
  labelLeft: number;
  top: number;
  rowHeight: number;
  barLeft: number;
  barWidth: number;
  barTop: number;
  barHeight: number;
}

const gap = 1;
const fewest = 10;

/** Rows of products by kind as bars on one scale, with their counts inside where they fit. */
export function stackedBars(data: StackedBarsRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(data, options);
  const bottom = layout.top + data.rows.length * layout.rowHeight;
  return cell(
    bottom + 2,
    [
      ...keyMarks(data.key, options),
      text(data.head, options.width, layout.top - 8, { size: 12, fill: 'ink-3', end: true }, options),
      ...data.rows.flatMap((row, i) =>
        rowMarks(row, layout.top + i * layout.rowHeight, data, layout, options)
      )
    ],
    options
  );
}

function layoutOf(data: StackedBarsRows, options: ChartOptions): Layout {
  const { width } = options;
  const phone = width < phoneBelow;
  const top = 22 + keyRows(data.key, width) * 20;
  const codes = data.rows.map(({ code }) => (code === '' ? 0 : textWidth(code, 13) + 9));
  const labelLeft = Math.min(Math.max(0, ...codes), width / 4);
  const figure = Math.max(36, ...data.rows.map((row) => textWidth(row.figure, 13.5, 700)));
  if (phone) {
    return { phone, labelLeft, top, rowHeight: 48, barLeft: 0, barWidth: width, barTop: 25, barHeight: 17 };
  }
  const longest = Math.max(0, ...data.rows.map(({ label }) => labelLeft + textWidth(label, 13.5)));
  const barLeft = Math.min(longest + 16, width * 0.42);
  const barWidth = width - barLeft - figure - 12;
  return { phone, labelLeft, top, rowHeight: 29, barLeft, barWidth, barTop: 5, barHeight: 19 };
}

function rowMarks(
  row: StackedBarsRow,
  top: number,
  { most }: StackedBarsRows,
  layout: Layout,
  options: ChartOptions
): SVGElement[] {
  const { palette, width } = options;
  const y = top + (layout.phone ? 17 : 19);
  const room = layout.phone ? width - textWidth(row.figure, 13.5, 700) - 12 : layout.barLeft - 12;
  const rule = { x: 0, y: top, width, height: 1, fill: palette('rule') };
  return [
    element('rect', rule, options),
    ...(row.code === ''
      ? []
      : [text(clip(row.code, layout.labelLeft - 5, 13), 0, y, { size: 13, fill: 'ink-3' }, options)]),
    text(clip(row.label, room - layout.labelLeft, 13.5), layout.labelLeft, y, { size: 13.5 }, options),
    ...partMarks(row.parts, top + layout.barTop, layout.barWidth / Math.max(fewest, most), layout, options),
    text(row.figure, width, y, { size: 13.5, weight: 700, end: true }, options)
  ];
}

function partMarks(
  parts: readonly BarPart[],
  top: number,
  perProduct: number,
  { barLeft, barHeight }: Layout,
  options: ChartOptions
): SVGElement[] {
  const { palette, locale } = options;
  let left = barLeft;
  return parts.flatMap(({ n, fill, ink, words }) => {
    if (n === 0) return [];
    const box = { x: left, y: top, width: Math.max(0.5, n * perProduct - gap), height: barHeight };
    left += n * perProduct;
    const count = integer(n, locale);
    const bar = element('rect', { ...box, fill: palette(fill) }, options, words);
    const fits = textWidth(count, 12, 700) + 8 <= box.width;
    const size = { size: 12, weight: 700, fill: ink };
    return fits ? [bar, text(count, box.x + 5, top + barHeight / 2 + 4.5, size, options)] : [bar];
  });
}

const square = 11;
const keySize = 12;

/** Left ends and lines of the key's entries. */
function keyPlaces(key: StackedBarsRows['key'], width: number): { x: number; line: number }[] {
  let [x, line] = [0, 0];
  return key.map(({ name }) => {
    const own = square + 6 + textWidth(name, keySize) + 16;
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const place = { x, line };
    x += own;
    return place;
  });
}

function keyRows(key: StackedBarsRows['key'], width: number): number {
  const last = keyPlaces(key, width).at(-1);
  return last ? last.line + 1 : 0;
}

function keyMarks(key: StackedBarsRows['key'], options: ChartOptions): SVGElement[] {
  const places = keyPlaces(key, options.width);
  return key.flatMap(({ name, fill }, i) => {
    const { x = 0, line = 0 } = places[i] ?? {};
    const box = { x, y: line * 20 + 2, width: square, height: square, fill: options.palette(fill) };
    return [
      element('rect', box, options),
      text(name, x + square + 6, line * 20 + 12, { size: keySize, fill: 'ink-2' }, options)
    ];
  });
}
