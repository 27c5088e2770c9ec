import * as Plot from '@observablehq/plot';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { guides, halves, linear, lines, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { textWidth, wrap } from './text-width.ts';
import { words } from './words.ts';

/** One criterion over the products that it applies to; shares from 0 to 1. */
export interface CriterionRate {
  code: string;
  label: string;
  n: number;
  N: number;
  rate: number;
  low: number;
  high: number;
}

export type RankedCriteriaRows = CriterionRate[];

/** A row with the places of its parts in px. */
interface Placed extends CriterionRate {
  top: number;
  label: string;
  yText: number;
  yMark: number;
}

interface Layout {
  head: number;
  rows: Placed[];
  bottom: number;
  at: Place;
  labelX: number;
  /** Right end of the shares, left of n/N. */
  rateX: number;
  phone: boolean;
}

const size = 14;

/** Criteria with their share, its interval and n/N; on a phone the interval goes under the label. */
export function rankedCriteria(rows: RankedCriteriaRows, options: ChartOptions): SVGSVGElement {
  const layout = options.width < phoneBelow ? phoneLayout(rows, options) : deskLayout(rows, options);
  return draw(
    layout.bottom + 1,
    [
      markGuides(layout, options),
      lines([layout.head, ...layout.rows.slice(1).map(({ top }) => top)], options),
      heads(layout, options),
      labels(layout, options),
      numbers(layout, options),
      intervals(layout, options)
    ],
    options
  );
}

function deskLayout(rows: RankedCriteriaRows, { width, locale }: ChartOptions): Layout {
  const head = 24;
  const labelX = labelStart(rows);
  const left = Math.round(width * 0.51);
  const rateX = rateEnd(rows, width, locale);
  const right = rateX - Math.max(69, attainedWidth(locale) + 22);
  const placed = rows.map((row, i) => {
    const top = head + i * 41;
    const label = wrap(row.label, left - 16 - labelX, size).join('\n');
    return { ...row, top, label, yText: top + 20.5, yMark: top + 20.5 };
  });
  return {
    head,
    rows: placed,
    bottom: head + rows.length * 41,
    at: linear(left, right),
    labelX,
    rateX,
    phone: false
  };
}

function phoneLayout(rows: RankedCriteriaRows, { width, locale }: ChartOptions): Layout {
  const head = 38;
  const rateX = rateEnd(rows, width, locale);
  const labelX = labelStart(rows);
  let top = head;
  const placed = rows.map((row) => {
    const text = wrap(row.label, rateX - 54 - labelX, size);
    const extra = (text.length - 1) * 18;
    const placed = { ...row, top, label: text.join('\n'), yText: top + 20, yMark: top + 43 + extra };
    top += 59 + extra;
    return placed;
  });
  return { head, rows: placed, bottom: top, at: linear(5, width - 5), labelX, rateX, phone: true };
}

function labelStart(rows: RankedCriteriaRows): number {
  return 9 + Math.max(25, ...rows.map(({ code }) => textWidth(code, 13)));
}

function rateEnd(rows: RankedCriteriaRows, width: number, locale: Locale): number {
  const widest = Math.max(39, ...rows.map((row) => textWidth(fraction(row, locale), 13.5)));
  return width - widest - 15;
}

function fraction({ n, N }: CriterionRate, locale: Locale): string {
  return `${integer(n, locale)}/${integer(N, locale)}`;
}

function attainedWidth(locale: Locale): number {
  return textWidth(words(locale).attained, 12);
}

/** On a phone only beside the intervals, not through the labels. */
function markGuides({ phone, rows, head, bottom, at }: Layout, options: ChartOptions) {
  if (!phone) return guides(halves, at, head, bottom, options);
  return rows.map(({ yMark }) => guides(halves, at, yMark - 13, yMark + 16, options));
}

function heads({ head, at, phone, rateX }: Layout, options: ChartOptions) {
  const { palette, locale, width } = options;
  const y = phone ? 12 : head - 6;
  const common = { y, lineAnchor: 'bottom', fontSize: 12, fill: palette('ink-3') } as const;
  const { criterion, attained } = words(locale);
  return [
    Plot.text([criterion], { ...common, x: 0, textAnchor: 'start' }),
    Plot.text([attained], { ...common, x: rateX, textAnchor: 'end' }),
    Plot.text(['n/N'], { ...common, x: width, textAnchor: 'end' }),
    ticks(halves, at, head - 6, options)
  ];
}

function labels({ rows, labelX, phone }: Layout, { palette }: ChartOptions) {
  const lineAnchor = phone ? 'top' : 'middle';
  const shift = phone ? -7 : 0;
  return [
    Plot.text(rows, {
      x: 0,
      y: 'yText',
      text: 'code',
      textAnchor: 'start',
      fontSize: 13,
      fill: palette('ink-3')
    }),
    Plot.text(rows, {
      x: labelX,
      y: ({ yText }: Placed) => yText + shift,
      text: 'label',
      textAnchor: 'start',
      lineAnchor,
      lineHeight: 1.2,
      fontSize: size,
      fill: palette('ink')
    })
  ];
}

function numbers({ rows, rateX }: Layout, { palette, locale, width }: ChartOptions) {
  const common = { y: 'yText', textAnchor: 'end', fontVariant: 'tabular-nums' } as const;
  return [
    Plot.text(rows, {
      ...common,
      x: rateX,
      text: ({ rate }: Placed) => percent(rate, locale),
      fontSize: 16,
      fontWeight: 700,
      fill: palette('ink')
    }),
    Plot.text(rows, {
      ...common,
      x: width,
      text: (row: Placed) => fraction(row, locale),
      fontSize: 13.5,
      fill: palette('ink-2')
    })
  ];
}

function intervals({ rows, at }: Layout, { palette, locale }: ChartOptions) {
  const title = (row: Placed) => criterionTitle(row, locale);
  return [
    Plot.link(rows, {
      x1: ({ low }: Placed) => at(low),
      x2: ({ high }: Placed) => at(high),
      y1: 'yMark',
      y2: 'yMark',
      stroke: palette('interval'),
      strokeWidth: 5,
      strokeLinecap: 'butt',
      title
    }),
    Plot.dot(rows, { x: ({ rate }: Placed) => at(rate), y: 'yMark', r: 5, fill: palette('attained'), title })
  ];
}

/** `Q07 Moindre privilège : 3 sur 71, 4 % (intervalle de confiance à 95 % : 1 à 12 %)`. */
export function criterionTitle(row: CriterionRate, locale: Locale): string {
  const { of, colon, interval, to } = words(locale);
  const name = `${row.code} ${row.label.replace('\n', ' ')}`;
  const counts = `${integer(row.n, locale)} ${of} ${integer(row.N, locale)}, ${percent(row.rate, locale)}`;
  const range = `${integer(row.low * 100, locale)} ${to} ${percent(row.high, locale)}`;
  return `${name}${colon}${counts} (${interval}${colon}${range})`;
}
