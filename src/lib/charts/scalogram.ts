import type { ChartOptions } from './chart.ts';
import { cell, element, textElement } from './element.ts';
import { phoneBelow } from './frame.ts';
import { bars, upright } from './path.ts';
import { cellPaths, type CellLetter } from './scalogram-cells.ts';
import { clip, textWidth } from './text-width.ts';

/** One criterion's answers, product by product, or the share that attains in each group of products. */
export interface ScalogramRow {
  code: string;
  label: string;
  /** As written at the right end. */
  share: string;
  title: string;
  /** One letter a product; blank where products are drawn in groups. */
  cells: string;
  /** From 0 to 1 a group, null where it applies to none of it. */
  groups?: (number | null)[];
}

export interface ScalogramRows {
  rows: ScalogramRow[];
  /** Products or groups of them, with their rate from 0 to 1. */
  columns: { rate: number; title: string }[];
  /** What is above the columns. */
  columnHead: string;
  shareHead: string;
  /** What the marks in use mean. */
  key: { letter: CellLetter; text: string }[];
}

interface Layout {
  left: number;
  top: number;
  /** Of a cell. */
  width: number;
  rowHeight: number;
  /** Right end of the cells. */
  right: number;
  labelWidth: number;
  strip: { top: number; height: number };
}

const size = 11;
const keyLine = 20;

/** Criteria from the easiest down, products from the highest rate to the right; their rates stand above. */
export function scalogram(rows: ScalogramRows, options: ChartOptions): SVGSVGElement {
  const keys = placeKey(rows, options.width);
  const layout = layoutOf(rows, keys.height, options);
  const bottom = layout.top + rows.rows.length * layout.rowHeight;
  return cell(
    bottom + 1,
    [
      ...key(keys.items, options),
      ...heads(rows, layout, options),
      ...rateStrip(rows, layout, options),
      ...labels(rows, layout, options),
      ...cells(rows, layout, options),
      ...separators(rows, layout, bottom, options),
      ...rowMarks(rows, layout, options)
    ],
    options
  );
}

function layoutOf(
  { rows, columns, shareHead }: ScalogramRows,
  keyHeight: number,
  { width }: ChartOptions
): Layout {
  const phone = width < phoneBelow;
  const widest = Math.max(0, ...rows.map((row) => textWidth(labelOf(row, phone), size)));
  const labelWidth = Math.ceil(Math.min(widest + 2, phone ? 76 : width * 0.27));
  const right = width - Math.ceil(Math.max(34, textWidth(shareHead, size) + 8));
  const left = labelWidth + 8;
  const strip = { top: keyHeight + 18, height: phone ? 32 : 46 };
  return {
    left,
    right,
    labelWidth,
    strip,
    top: strip.top + strip.height + 6,
    width: (right - left) / Math.max(1, columns.length),
    rowHeight: phone ? 12 : 13
  };
}

/** A phone has room for codes alone. */
function labelOf({ code, label }: ScalogramRow, phone: boolean): string {
  return phone ? code : `${code} ${label}`;
}

interface PlacedKey {
  letter: CellLetter;
  text: string;
  x: number;
  y: number;
}

function placeKey({ key }: ScalogramRows, width: number): { items: PlacedKey[]; height: number } {
  let [x, y] = [0, 0];
  const items = key.map((one) => {
    const advance = 18 + textWidth(one.text, 12) + 18;
    if (x > 0 && x + advance - 18 > width) [x, y] = [0, y + keyLine];
    const placed = { ...one, x, y };
    x += advance;
    return placed;
  });
  return { items, height: key.length === 0 ? 0 : y + keyLine + 8 };
}

function key(items: PlacedKey[], options: ChartOptions): SVGElement[] {
  const samples = items.map(({ letter, x, y }) => ({
    letters: letter,
    place: { x, y: y + 2, width: 12, height: 12 }
  }));
  return [
    ...cellPaths(samples, options),
    ...items.map(({ text, x, y }) =>
      textElement(text, { x: x + 18, y: y + 12, fill: options.palette('ink-2') }, options)
    )
  ];
}

function heads({ columnHead, shareHead }: ScalogramRows, layout: Layout, options: ChartOptions) {
  const look = { y: layout.strip.top - 6, 'font-size': size, fill: options.palette('ink-3') };
  const room = layout.right - layout.left;
  return [
    textElement(clip(columnHead, room, size), { x: layout.left, ...look }, options),
    textElement(shareHead, { x: options.width, 'text-anchor': 'end', ...look }, options)
  ];
}

/** Each column's rate as a bar, and the words of its product. */
function rateStrip({ columns }: ScalogramRows, { left, width, right, strip }: Layout, options: ChartOptions) {
  const { palette } = options;
  const bottom = strip.top + strip.height;
  const outline = bars(
    left,
    bottom,
    width,
    columns.map(({ rate }) => rate * strip.height)
  );
  const axis = { x1: left, x2: right, stroke: palette('rule-strong') };
  return [
    element('path', { d: outline, fill: palette('band-2') }, options),
    element('line', { ...axis, y1: bottom, y2: bottom }, options),
    ...columns.map(({ title }, i) =>
      element(
        'rect',
        {
          x: round(left + i * width),
          y: strip.top,
          width: round(width),
          height: strip.height,
          'fill-opacity': 0
        },
        options,
        title
      )
    )
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function labels({ rows }: ScalogramRows, { labelWidth, top, rowHeight }: Layout, options: ChartOptions) {
  const { palette, width } = options;
  const phone = width < phoneBelow;
  return rows.flatMap((row, i) => {
    const look = { y: top + (i + 0.5) * rowHeight, dy: '0.32em', 'font-size': size };
    return [
      textElement(
        clip(labelOf(row, phone), labelWidth, size),
        { x: 0, ...look, fill: palette('ink-2') },
        options
      ),
      textElement(row.share, { x: width, 'text-anchor': 'end', ...look, fill: palette('ink') }, options)
    ];
  });
}

function cells({ rows }: ScalogramRows, layout: Layout, options: ChartOptions): SVGElement[] {
  const { left, top, width, rowHeight } = layout;
  const place = (i: number) => ({ x: left, y: top + i * rowHeight, width, height: rowHeight - 2 });
  return [
    ...cellPaths(
      rows.map(({ cells }, i) => ({ letters: cells, place: place(i) })),
      options
    ),
    ...groupBars(rows, layout, options)
  ];
}

/** In groups a cell is a bar as high as the share that attains. */
function groupBars(rows: ScalogramRow[], { left, top, width, rowHeight }: Layout, options: ChartOptions) {
  const full = rowHeight - 2;
  const outlines = rows.flatMap(({ groups = [] }, i) =>
    groups.length === 0
      ? []
      : [
          bars(
            left,
            top + i * rowHeight + full,
            width,
            groups.map((share) => (share ?? 0) * full)
          )
        ]
  );
  const d = outlines.join('');
  return d === '' ? [] : [element('path', { d, fill: options.palette('attained') }, options)];
}

/** Lines of the ground between columns, where these are wide enough to be told apart. */
function separators(
  { columns }: ScalogramRows,
  { left, width, strip }: Layout,
  bottom: number,
  options: ChartOptions
): SVGElement[] {
  if (width < 4) return [];
  const lines = columns
    .slice(1)
    .map((_, i) => upright(left + (i + 1) * width, strip.top, bottom - strip.top));
  const look = { stroke: options.palette('ground'), 'stroke-width': width < 7 ? 0.7 : 1.2 };
  return lines.length === 0 ? [] : [element('path', { d: lines.join(''), ...look }, options)];
}

/** The words of each row, over all of it. */
function rowMarks({ rows }: ScalogramRows, { top, rowHeight }: Layout, options: ChartOptions) {
  return rows.map(({ title }, i) =>
    element(
      'rect',
      { x: 0, y: top + i * rowHeight - 1, width: options.width, height: rowHeight, 'fill-opacity': 0 },
      options,
      title
    )
  );
}
