import * as Plot from '@observablehq/plot';
import { decimal, percent, signed } from '#lib/i18n/format.ts';
import { guides, linear, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import { wrap } from './text-width.ts';
import { words } from './words.ts';

/** One row: a total at `to`, or a part that leads from one share to another, 0 to 1. */
export interface DecompositionStep {
  kind: 'total' | 'part';
  name: string;
  note: string;
  from: number;
  to: number;
  /** As written: a part in points, rounded so that the parts add up; a total in per cent. */
  value: number;
}

export type DecompositionRows = DecompositionStep[];

interface Placed extends DecompositionStep {
  y: number;
  x1: number;
  x2: number;
}

interface Layout {
  rows: Placed[];
  at: Place;
  shares: number[];
  bottom: number;
  rowHeight: number;
  labelWidth: number;
}

const head = 26;
const barHeight = 24;
const figures = 76;

/** How the parts of a change lead from one mean rate to the other. */
export function decomposition(rows: DecompositionRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(rows, options);
  const { at, shares, bottom } = layout;
  return draw(
    bottom,
    [
      separators(layout, options),
      guides(shares, at, head, bottom, options),
      ticks(shares, at, head - 6, options, { unit: true }),
      joints(layout, options),
      totals(layout, options),
      parts(layout, options),
      noughts(layout, options),
      labels(layout, options),
      values(layout, options)
    ],
    options
  );
}

function layoutOf(rows: DecompositionRows, { width }: ChartOptions): Layout {
  const phone = width < phoneBelow && width < 400;
  const rowHeight = phone ? 66 : 75;
  const labelWidth = phone ? 122 : 158;
  const shares = scaleTicks(rows);
  const [low, high] = [shares[0] ?? 0, shares.at(-1) ?? 1];
  const scale = linear(labelWidth + 14, width - figures - 12, high - low);
  const at = (share: number) => scale(share - low);
  const placed = rows.map((row, i) => ({
    ...row,
    y: head + (i + 0.5) * rowHeight,
    x1: at(row.from),
    x2: at(row.to)
  }));
  return { rows: placed, at, shares, bottom: head + rows.length * rowHeight, rowHeight, labelWidth };
}

/** Round shares around all steps, three to seven of them: the axis need not start at 0, for totals are ticks. */
export function scaleTicks(rows: DecompositionRows): number[] {
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...ends, 1), Math.max(...ends, 0)];
  const span = Math.max(high - low, 0.02);
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((step) => span / step <= 5) ?? 1;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

function separators({ rows, rowHeight }: Layout, { palette, width }: ChartOptions) {
  return Plot.ruleY(rows.slice(1), {
    y: ({ y }: Placed) => y - rowHeight / 2,
    x1: 0,
    x2: width,
    stroke: palette('rule'),
    shapeRendering: 'crispEdges'
  });
}

/** Hairlines from where a step ends to where the next begins. */
function joints({ rows }: Layout, { palette }: ChartOptions) {
  const pairs = rows
    .slice(1)
    .map((row, i) => ({ x: rows[i]?.x2 ?? row.x1, y1: rows[i]?.y ?? row.y, y2: row.y }));
  return Plot.ruleX(pairs, { x: 'x', y1: 'y1', y2: 'y2', stroke: palette('rule-strong') });
}

function totals({ rows }: Layout, options: ChartOptions) {
  return Plot.rect(
    rows.filter(({ kind }) => kind === 'total'),
    {
      x1: ({ x2 }: Placed) => x2 - 1.5,
      x2: ({ x2 }: Placed) => x2 + 1.5,
      y1: ({ y }: Placed) => y - 15,
      y2: ({ y }: Placed) => y + 15,
      fill: options.palette('ink'),
      title: (row: Placed) => titleOf(row, options)
    }
  );
}

function isPart({ kind, value }: Placed): boolean {
  return kind === 'part' && value !== 0;
}

function parts({ rows }: Layout, options: ChartOptions) {
  const { palette } = options;
  return Plot.rect(rows.filter(isPart), {
    x1: ({ x1, x2 }: Placed) => Math.min(x1, x2),
    x2: ({ x1, x2 }: Placed) => Math.max(x1, x2, Math.min(x1, x2) + 1),
    y1: ({ y }: Placed) => y - barHeight / 2,
    y2: ({ y }: Placed) => y + barHeight / 2,
    fill: literal(({ value }: Placed) => palette(value > 0 ? 'attained' : 'short')),
    title: (row: Placed) => titleOf(row, options)
  });
}

/** No effect has no colour. */
function noughts({ rows }: Layout, options: ChartOptions) {
  const { palette } = options;
  return Plot.dot(
    rows.filter(({ kind, value }) => kind === 'part' && value === 0),
    {
      x: 'x2',
      y: 'y',
      symbol: 'diamond',
      r: 6,
      fill: palette('ground'),
      stroke: palette('ink-2'),
      strokeWidth: 1.5,
      title: (row: Placed) => titleOf(row, options)
    }
  );
}

function labels({ rows, labelWidth }: Layout, { palette }: ChartOptions) {
  const halo = { stroke: palette('ground'), strokeWidth: 4 };
  const lines = rows.map((row) => ({
    ...row,
    name: wrap(row.name, labelWidth, 13.5, 2, 650),
    note: wrap(row.note, labelWidth, 12)
  }));
  const height = ({ name, note }: (typeof lines)[number]) => name.length * 17 + note.length * 15;
  const top = (row: (typeof lines)[number]) => row.y - height(row) / 2;
  const common = { x: 0, textAnchor: 'start', lineAnchor: 'top', lineHeight: 1.25, ...halo } as const;
  return [
    Plot.text(lines, {
      ...common,
      y: top,
      text: ({ name }) => name.join('\n'),
      fontSize: 13.5,
      fontWeight: 650,
      fill: palette('ink')
    }),
    Plot.text(lines, {
      ...common,
      y: (row) => top(row) + row.name.length * 17 + 1,
      text: ({ note }) => note.join('\n'),
      fontSize: 12,
      fill: palette('ink-3')
    })
  ];
}

function written({ kind, value }: Placed, { locale }: ChartOptions): string {
  return kind === 'total' ? percent(value / 100, locale, 1) : signed(value, locale);
}

function values({ rows }: Layout, options: ChartOptions) {
  const { palette, width } = options;
  return Plot.text(rows, {
    x: width,
    y: 'y',
    text: (row: Placed) => written(row, options),
    textAnchor: 'end',
    fontSize: 16,
    fontWeight: 680,
    fontVariant: 'tabular-nums',
    fill: palette('ink')
  });
}

function titleOf(row: Placed, options: ChartOptions): string {
  const { colon } = words(options.locale);
  const steps =
    row.kind === 'total'
      ? ''
      : ` (${decimal(row.from * 100, options.locale)} → ${percent(row.to, options.locale, 1)})`;
  return `${row.name}${colon}${written(row, options)}${steps}`;
}
