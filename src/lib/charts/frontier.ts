import * as Plot from '@observablehq/plot';
import { integer } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { freeBox, markLabels, type Box, type MarkLabel } from './frontier-labels.ts';
import { roundSteps } from './round-steps.ts';
import { textWidth } from './text-width.ts';

/** One point of a line: products, at a number of requirements or a firmness. */
export interface FrontierDot {
  x: number;
  products: number;
  /** The most that is possible, where it is more than what was found. */
  bound?: number;
  title: string;
}

/** A scenario on the chart: the one under study filled, the other hollow. */
export interface FrontierMark {
  x: number;
  products: number;
  isMain: boolean;
  label: string;
  note: string;
  title: string;
}

export interface FrontierRows {
  /** All products in view: the top of the axis. */
  products: number;
  from: number;
  to: number;
  ticks: { value: number; text: string }[];
  admitted: FrontierDot[];
  withinOne: FrontierDot[];
  marks: FrontierMark[];
  /** Words on the chart, each an array of lines. */
  names: { admitted: string[]; withinOne: string[] };
  head: string;
  foot: string;
}

/** A dot with its place in px. */
interface Placed extends FrontierDot {
  px: number;
  py: number;
}

interface Layout {
  rows: FrontierRows;
  at: (x: number) => number;
  y: (products: number) => number;
  left: number;
  right: number;
  admitted: Placed[];
  withinOne: Placed[];
  labels: MarkLabel[];
  values: Value[];
}

interface Value {
  x: number;
  y: number;
  text: string;
  token: 'attained' | 'short';
}

const top = 34;
const height = 380;
const phoneHeight = 300;
const nameSize = 12.5;
const nameLine = 15;

/** The most products that some set admits, by number of requirements or by firmness, and where scenarios stand. */
export function frontier(rows: FrontierRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(rows, options);
  return draw(
    bottomOf(options) + 44,
    [
      axes(layout, options),
      uprights(layout, options),
      bounds(layout, options),
      line(layout.withinOne, 'short', options),
      line(layout.admitted, 'attained', options),
      names(layout, options),
      values(layout, options),
      marks(layout, options)
    ],
    options
  );
}

function bottomOf({ width }: ChartOptions): number {
  return top + (width < phoneBelow ? phoneHeight : height);
}

function layoutOf(rows: FrontierRows, options: ChartOptions): Layout {
  const left = Math.max(30, Math.ceil(textWidth(integer(rows.products, options.locale), 12)) + 10);
  const right = options.width - 12;
  const span = rows.to - rows.from || 1;
  const at = (x: number) => left + 14 + ((x - rows.from) / span) * (right - left - 28);
  const bottom = bottomOf(options);
  const y = (products: number) => bottom - (products / Math.max(1, rows.products)) * (bottom - top);
  const place = (dots: FrontierDot[]) => dots.map((dot) => ({ ...dot, px: at(dot.x), py: y(dot.products) }));
  const admitted = place(rows.admitted);
  const withinOne = place(rows.withinOne);
  const labels = markLabels(
    rows.marks.map((mark) => ({ ...mark, px: at(mark.x), py: y(mark.products) })),
    [admitted, withinOne].map(points),
    { left, right, top, bottom }
  );
  const layout = { rows, at, y, left, right, admitted, withinOne, labels };
  return { ...layout, values: valuesOf(layout, options) };
}

function points(dots: readonly Placed[]) {
  return dots.map(({ px, py }) => ({ x: px, y: py }));
}

/** The two lines' values where the scenario under study stands. */
function valuesOf(
  { rows, admitted, withinOne }: Pick<Layout, 'rows' | 'admitted' | 'withinOne'>,
  { locale, width }: ChartOptions
): Value[] {
  const main = rows.marks.find(({ isMain }) => isMain);
  const value = (dots: Placed[], token: Value['token'], above: number): Value[] => {
    const dot = main && dots.find(({ x }) => x >= main.x);
    if (!dot) return [];
    const text = integer(dot.products, locale);
    // at the end of the axis to the left, where there is room
    const x = Math.min(dot.px + 7, width - textWidth(text, 14, 700) - 10);
    return [{ x, y: dot.py - above, text, token }];
  };
  const [below] = value(admitted, 'attained', 9);
  const [above] = value(withinOne, 'short', 10);
  return [above && below ? { ...above, y: Math.min(above.y, below.y - 15) } : above, below].flatMap(
    (one) => one ?? []
  );
}

function axes({ rows, at, y, left, right }: Layout, options: ChartOptions) {
  const { palette, locale, width } = options;
  const bottom = bottomOf(options);
  const heights = [0, ...roundSteps(rows.products, 4)];
  const small = { fontSize: 12, fill: palette('ink-3') } as const;
  return [
    Plot.ruleY(heights, {
      y,
      x1: left,
      x2: right,
      stroke: (count: number) => palette(count === 0 ? 'rule-strong' : 'rule'),
      shapeRendering: 'crispEdges'
    }),
    Plot.text(heights, {
      x: left - 8,
      y,
      text: (count: number) => integer(count, locale),
      textAnchor: 'end',
      ...small
    }),
    Plot.text(rows.ticks, { x: ({ value }) => at(value), y: bottom + 15, text: 'text', ...small }),
    Plot.text([rows.head], { x: 0, y: 12, textAnchor: 'start', ...small }),
    Plot.text([rows.foot], { x: Math.min((left + right) / 2, width / 2), y: bottom + 34, ...small })
  ];
}

/** A dotted line from the axis through each scenario. */
function uprights({ rows, at }: Layout, options: ChartOptions) {
  return Plot.ruleX([...new Set(rows.marks.map(({ x }) => x))], {
    x: at,
    y1: top,
    y2: bottomOf(options),
    stroke: options.palette('rule-strong'),
    strokeDasharray: '2 3'
  });
}

/** How much more might be possible, where that is not proven. */
function bounds({ admitted, y }: Layout, { palette }: ChartOptions) {
  const open = admitted.filter(({ bound }) => bound !== undefined);
  return Plot.link(open, {
    x1: 'px',
    x2: 'px',
    y1: 'py',
    y2: ({ bound, products }: Placed) => y(bound ?? products),
    stroke: palette('interval'),
    strokeWidth: 4,
    title: 'title'
  });
}

/** Solid with filled dots, or dashed with hollow ones: not by colour alone. */
function line(dots: Placed[], token: 'attained' | 'short', { palette, width }: ChartOptions) {
  const r = dots.length === 0 ? 0 : Math.min(3.4, Math.max(1.6, width / dots.length / 5));
  const isDashed = token === 'short';
  return [
    Plot.line(dots, {
      x: 'px',
      y: 'py',
      stroke: palette(token),
      strokeWidth: isDashed ? 1.6 : 2,
      ...(isDashed ? { strokeDasharray: '4 3' } : {})
    }),
    Plot.dot(dots, {
      x: 'px',
      y: 'py',
      r,
      fill: palette(isDashed ? 'ground' : token),
      stroke: palette(token),
      strokeWidth: isDashed ? 1.4 : 0,
      title: 'title'
    })
  ];
}

function halo({ palette }: ChartOptions) {
  return { stroke: palette('ground'), strokeWidth: 4, paintOrder: 'stroke' } as const;
}

/** The lines' names, where neither a line nor a scenario stands. */
function names({ rows, admitted, withinOne, labels, values, left, right }: Layout, options: ChartOptions) {
  const taken: Box[] = [
    ...labels.map(({ box }) => box),
    ...values.map(({ x, y }) => ({ x1: x - 2, x2: x + 30, y1: y - 12, y2: y + 4 }))
  ];
  const frame = { left: left + 4, right, top: 16, bottom: bottomOf(options) - 4 };
  const lines = [admitted, withinOne].map(points);
  return (['admitted', 'withinOne'] as const).map((name) => {
    const words = rows.names[name];
    const size = {
      width: Math.max(0, ...words.map((word) => textWidth(word, nameSize, 700))) + 4,
      height: words.length * nameLine
    };
    const side = name === 'admitted' ? 'below' : 'above';
    const box = freeBox({ size, side, lines, own: name === 'admitted' ? 0 : 1, taken, frame });
    if (!box) return [];
    return Plot.text(words, {
      x: box.x1,
      y: (word: string) => box.y1 + 11 + words.indexOf(word) * nameLine,
      text: (word: string) => word,
      textAnchor: 'start',
      lineAnchor: 'bottom',
      fontSize: nameSize,
      fontWeight: 700,
      fill: options.palette(name === 'admitted' ? 'attained' : 'warn'),
      ...halo(options)
    });
  });
}

function values({ values }: Layout, options: ChartOptions) {
  return Plot.text(values, {
    x: 'x',
    y: 'y',
    text: 'text',
    textAnchor: 'start',
    fontSize: 14,
    fontWeight: 700,
    fill: ({ token }: Value) => options.palette(token === 'short' ? 'warn' : token),
    ...halo(options)
  });
}

function marks({ labels }: Layout, options: ChartOptions) {
  const { palette } = options;
  const text = { textAnchor: 'start', ...halo(options) } as const;
  return [
    Plot.dot(labels, {
      x: 'px',
      y: 'py',
      symbol: 'diamond',
      r: 6,
      fill: ({ isMain }: MarkLabel) => palette(isMain ? 'ink' : 'ground'),
      stroke: palette('ink'),
      strokeWidth: 1.8,
      title: 'title'
    }),
    Plot.text(labels, {
      ...text,
      x: ({ box }: MarkLabel) => box.x1,
      y: ({ box }: MarkLabel) => box.y1 + 8,
      text: 'label',
      fontSize: 13,
      fontWeight: 700,
      fill: palette('ink')
    }),
    Plot.text(labels, {
      ...text,
      x: ({ box }: MarkLabel) => box.x1,
      y: ({ box }: MarkLabel) => box.y1 + 24,
      text: 'note',
      fontSize: 12,
      fill: palette('ink-3')
    })
  ];
}
