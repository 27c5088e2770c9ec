import type { ChartOptions } from './chart.ts';
import { cell, element, textElement } from './element.ts';
import { phoneBelow } from './frame.ts';
import { textWidth, wrap } from './text-width.ts';
import type { Token } from './tokens.ts';

interface Range {
  low: number;
  high: number;
}

/** One value on the common axis, with one or two intervals. */
export interface ValueRow {
  code: string;
  label: string;
  value: number;
  /** As written at the right end. */
  figure: string;
  title: string;
  /** The thick line. */
  interval?: Range;
  /** The thin line under it. */
  other?: Range;
  /** The end of a second bar from the base, in the other colour: what the opposite step would do. */
  opposite?: number;
  /** Ochre and, as a dot, hollow: the value tells of criteria missed or apart. */
  isShort?: boolean;
  /** A hollow dot: chance would do as much. */
  isHollow?: boolean;
}

export interface RankedValuesRows {
  rows: ValueRow[];
  from: number;
  to: number;
  ticks: { value: number; text: string }[];
  /** Upright lines that values are read against, with their words. */
  references: { value: number; text: string }[];
  /** What the figures at the right end are. */
  head: string;
  /** Bars from this value instead of dots. */
  base?: number;
}

interface Placed extends ValueRow {
  top: number;
  lines: string[];
  yText: number;
  yMark: number;
}

interface Layout {
  placed: Placed[];
  top: number;
  bottom: number;
  at: (value: number) => number;
  /** Where labels begin, after the codes. */
  labelX: number;
}

const size = 13.5;
const lineHeight = 16;

/** Rows of one value each on a common axis: dots with intervals, or bars from a base. */
export function rankedValues(rows: RankedValuesRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(rows, options);
  return cell(
    layout.bottom + 1,
    [
      ...axis(rows, layout, options),
      ...references(rows, layout, options),
      ...layout.placed.flatMap((row) => [...words(row, layout, options), mark(row, rows, layout, options)])
    ],
    options
  );
}

function layoutOf(rows: RankedValuesRows, { width }: ChartOptions): Layout {
  const phone = width < phoneBelow;
  const { from, to } = rows;
  const codes = Math.max(0, ...rows.rows.map(({ code }) => (code === '' ? 0 : textWidth(code, 13) + 9)));
  const figures = Math.ceil(
    Math.max(textWidth(rows.head, 12), ...rows.rows.map(({ figure }) => textWidth(figure, size, 700)))
  );
  const labelX = Math.min(codes, width * 0.25);
  const left = phone ? 8 : Math.round(width * 0.48);
  const right = phone ? width - 8 : width - figures - 18;
  const room = (phone ? width - figures - 16 : left - 18) - labelX;
  const top = rows.references.some(({ text }) => text !== '') ? 42 : 24;
  let next = top;
  const placed = rows.rows.map((row) => {
    const lines = wrap(row.label, room, size);
    const words = Math.max(1, lines.length) * lineHeight;
    const height = phone ? words + 30 : Math.max(row.other ? 38 : 32, words + 10);
    const one = { ...row, lines, top: next };
    const centre = next + height / 2;
    next += height;
    return phone
      ? { ...one, yText: one.top + 5 + words / 2, yMark: one.top + words + 16 }
      : { ...one, yText: centre, yMark: centre };
  });
  const span = to - from || 1;
  const at = (value: number) => round(left + ((value - from) / span) * (right - left));
  return { placed, top, bottom: next, at, labelX };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function axis({ ticks, head }: RankedValuesRows, layout: Layout, options: ChartOptions): SVGElement[] {
  const { palette, width } = options;
  const { at, top, bottom, placed } = layout;
  const small = { y: top - 8, 'font-size': 12, fill: palette('ink-3') };
  const phone = width < phoneBelow;
  return [
    ...placed
      .slice(1)
      .map((row) => hairline({ x1: 0, x2: width, y1: row.top, y2: row.top }, 'rule', options)),
    ...ticks.flatMap(({ value, text }) => [
      hairline({ x1: at(value), x2: at(value), y1: top - 2, y2: bottom }, 'rule', options),
      textElement(
        text,
        { x: at(value), 'text-anchor': tickAnchor(text, at(value), options), ...small },
        options
      )
    ]),
    ...(phone ? [] : [textElement(head, { x: width, 'text-anchor': 'end', ...small }, options)])
  ];
}

function tickAnchor(text: string, x: number, { width }: ChartOptions): string {
  const half = textWidth(text, 12) / 2;
  if (x - half < 0) return 'start';
  return x + half > width ? 'end' : 'middle';
}

function hairline(ends: Record<string, number>, token: Token, options: ChartOptions): SVGElement {
  return element('line', { ...ends, stroke: options.palette(token) }, options);
}

function references({ references }: RankedValuesRows, { at, top, bottom }: Layout, options: ChartOptions) {
  const { palette } = options;
  return references.flatMap(({ value, text }) => {
    const x = at(value);
    const line = element(
      'line',
      {
        x1: x,
        x2: x,
        y1: top - (text === '' ? 2 : 20),
        y2: bottom,
        stroke: palette('ink-2'),
        'stroke-dasharray': '3 3'
      },
      options
    );
    const words = { x, y: top - 25, 'text-anchor': tickAnchor(text, x, options), fill: palette('ink-2') };
    return text === '' ? [line] : [line, textElement(text, words, options)];
  });
}

function words({ code, lines, figure, yText }: Placed, { labelX }: Layout, options: ChartOptions) {
  const { palette, width } = options;
  const first = yText - ((lines.length - 1) * lineHeight) / 2;
  // on a phone lines of the axis run behind the words
  const halo = {
    stroke: palette('ground'),
    'stroke-width': width < phoneBelow ? 4 : 0,
    'paint-order': 'stroke'
  };
  const look = { dy: '0.32em', fill: palette('ink'), ...halo };
  const codeText =
    code === ''
      ? []
      : [textElement(code, { x: 0, y: first, 'font-size': 13, ...look, fill: palette('ink-3') }, options)];
  return [
    ...codeText,
    ...lines.map((line, i) =>
      textElement(line, { x: labelX, y: first + i * lineHeight, 'font-size': size, ...look }, options)
    ),
    textElement(
      figure,
      {
        x: width,
        y: yText,
        'text-anchor': 'end',
        'font-size': size,
        'font-weight': 700,
        'font-variant': 'tabular-nums',
        ...look
      },
      options
    )
  ];
}

function mark(row: Placed, rows: RankedValuesRows, { at }: Layout, options: ChartOptions): SVGElement {
  const group = element('g', {}, options, row.title);
  group.append(...(rows.base === undefined ? dot(row, at, options) : bar(row, rows.base, at, options)));
  return group;
}

function colour({ isShort = false }: ValueRow): Token {
  return isShort ? 'short' : 'attained';
}

function bar(row: Placed, base: number, at: Layout['at'], options: ChartOptions): SVGElement[] {
  const own = piece(row, row.value, base, at, colour(row), options);
  if (row.opposite === undefined) return [own];
  const other = colour({ ...row, isShort: !row.isShort });
  return [own, piece(row, row.opposite, base, at, other, options)];
}

function piece(
  { yMark }: Placed,
  value: number,
  base: number,
  at: Layout['at'],
  token: Token,
  options: ChartOptions
): SVGElement {
  const [x1, x2] = [Math.min(at(base), at(value)), Math.max(at(base), at(value))];
  const width = Math.max(1, round(x2 - x1));
  return element(
    'rect',
    { x: x1, y: round(yMark - 7), width, height: 14, fill: options.palette(token) },
    options
  );
}

function dot(row: Placed, at: Layout['at'], options: ChartOptions): SVGElement[] {
  const { palette } = options;
  const y = round(row.yMark - (row.other ? 4 : 0));
  const range = ({ low, high }: Range, level: number, token: Token, width: number) =>
    element(
      'line',
      { x1: at(low), x2: at(high), y1: level, y2: level, stroke: palette(token), 'stroke-width': width },
      options
    );
  return [
    ...(row.interval ? [range(row.interval, y, 'interval', 6)] : []),
    ...(row.other ? [range(row.other, y + 9, 'rule-strong', 2)] : []),
    row.isShort || row.isHollow
      ? element(
          'circle',
          {
            cx: at(row.value),
            cy: y,
            r: 4.5,
            fill: palette('ground'),
            stroke: palette(colour(row)),
            'stroke-width': 2.2
          },
          options
        )
      : element('circle', { cx: at(row.value), cy: y, r: 5, fill: palette('attained') }, options)
  ];
}
