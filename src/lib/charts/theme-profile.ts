import * as Plot from '@observablehq/plot';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { guides, linear, lines, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import { textWidth, wrap } from './text-width.ts';
import { products, words } from './words.ts';

/** One theme: the product's n of N criteria, and the quartiles of those it is compared with, from 0 to 1. */
export interface ThemeProfileRow {
  theme: string;
  n: number;
  N: number;
  /** Whether the product is below the median: its diamond is then hollow. */
  below: boolean;
  /** Null where too few products have criteria in the theme. */
  box: { q1: number; median: number; q3: number; products: number } | null;
}

export type ThemeProfileRows = ThemeProfileRow[];

interface Placed extends ThemeProfileRow {
  top: number;
  y: number;
  name: string[];
}

type Boxed = Placed & { box: NonNullable<ThemeProfileRow['box']> };

const head = 26;
const countColumn = 46;
const quarters = [0, 0.25, 0.5, 0.75, 1];

/** A product's themes as diamonds over the box of the middle half and the tick of the median of the others. */
export function themeProfile(rows: ThemeProfileRows, options: ChartOptions): SVGSVGElement {
  const phone = options.width < 420;
  const labelWidth = labelColumn(rows, phone, options);
  const at = linear(phone ? 8 : labelWidth + 14, options.width - countColumn - 12);
  const placed = rows.map((row, i) => placeRow(row, i, phone, labelWidth));
  const bottom = head + rows.length * rowHeight(phone);
  const tops = placed.slice(1).map(({ top }) => top);
  const boxed = placed.filter((row): row is Boxed => row.box !== null);
  return draw(
    bottom + 2,
    [
      lines(tops, options),
      guides(quarters, at, head - 2, bottom, options),
      ticks(quarters, at, head - 9, options, { unit: true }),
      countHead(options),
      names(placed, phone, options),
      boxes(boxed, at, options),
      medians(boxed, at, options),
      diamonds(placed, at, options),
      counts(placed, options)
    ],
    options
  );
}

function rowHeight(phone: boolean): number {
  return phone ? 50 : 41;
}

function labelColumn(rows: ThemeProfileRows, phone: boolean, { width }: ChartOptions): number {
  if (phone) return width;
  const longest = Math.max(0, ...rows.map(({ theme }) => textWidth(theme, 13)));
  return Math.min(Math.max(longest + 2, 110), width * (width < phoneBelow ? 0.4 : 0.36));
}

function placeRow(row: ThemeProfileRow, i: number, phone: boolean, labelWidth: number): Placed {
  const top = head + i * rowHeight(phone);
  const name = wrap(row.theme, labelWidth, phone ? 14 : 13, phone ? 1 : 2);
  return { ...row, top, name, y: top + (phone ? 33 : 20.5) };
}

function names(rows: Placed[], phone: boolean, { palette }: ChartOptions) {
  return Plot.text(rows, {
    x: 0,
    y: ({ top, y }: Placed) => (phone ? top + 12 : y),
    text: ({ name }: Placed) => name.join('\n'),
    textAnchor: 'start',
    lineHeight: 1.15,
    fontSize: 13,
    fontWeight: phone ? 600 : 400,
    stroke: phone ? palette('ground') : 'none',
    strokeWidth: 4,
    fill: palette('ink')
  });
}

function boxes(rows: Boxed[], at: Place, { palette, locale }: ChartOptions) {
  const { middleHalf, colon, to } = words(locale);
  return Plot.rect(rows, {
    x1: ({ box }: Boxed) => at(box.q1),
    x2: ({ box }: Boxed) => at(box.q3),
    y1: ({ y }: Boxed) => y - 9,
    y2: ({ y }: Boxed) => y + 9,
    fill: palette('none'),
    stroke: palette('rule-strong'),
    strokeWidth: 1,
    title: ({ theme, box }: Boxed) =>
      `${theme}, ${middleHalf}${colon}${percent(box.q1, locale)} ${to} ${percent(box.q3, locale)} (${products(box.products, locale)})`
  });
}

function medians(rows: Boxed[], at: Place, { palette, locale }: ChartOptions) {
  const { median, colon } = words(locale);
  return Plot.ruleX(rows, {
    x: ({ box }: Boxed) => at(box.median),
    y1: ({ y }: Boxed) => y - 12,
    y2: ({ y }: Boxed) => y + 12,
    stroke: palette('ink'),
    strokeWidth: 2.5,
    title: ({ theme, box }: Boxed) =>
      `${theme}, ${median}${colon}${percent(box.median, locale, 1)} (${products(box.products, locale)})`
  });
}

function diamonds(rows: Placed[], at: Place, { palette, locale }: ChartOptions) {
  return Plot.dot(rows, {
    x: ({ n, N }: Placed) => at(n / N),
    y: 'y',
    symbol: 'diamond',
    r: 6.5,
    fill: literal(({ below }: Placed) => palette(below ? 'ground' : 'attained')),
    stroke: palette('attained'),
    strokeWidth: 1.6,
    sort: null,
    title: (row: Placed) => titleOf(row, locale)
  });
}

function titleOf({ theme, n, N }: Placed, locale: Locale): string {
  const { colon, of } = words(locale);
  return `${theme}${colon}${integer(n, locale)} ${of} ${integer(N, locale)}, ${percent(n / N, locale)}`;
}

function countHead({ palette, width }: ChartOptions) {
  return Plot.text(['n/N'], {
    x: width,
    y: head - 9,
    textAnchor: 'end',
    lineAnchor: 'bottom',
    fontSize: 12,
    fill: palette('ink-3')
  });
}

/** The numerator bold, right before its denominator. */
function counts(rows: Placed[], { palette, locale, width }: ChartOptions) {
  const rest = ({ N }: Placed) => `/${integer(N, locale)}`;
  const common = { y: 'y', textAnchor: 'end', fontSize: 13.5, fontVariant: 'tabular-nums' } as const;
  return [
    Plot.text(rows, { ...common, x: width, text: rest, fill: palette('ink-2') }),
    Plot.text(rows, {
      ...common,
      x: (row: Placed) => width - textWidth(rest(row), 13.5) - 0.5,
      text: ({ n }: Placed) => integer(n, locale),
      fontWeight: 700,
      fill: palette('ink')
    })
  ];
}
