import * as Plot from '@observablehq/plot';
import { integer, percent } from '#lib/i18n/format.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import { linear, type Place } from './axis.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import { roundSteps } from './round-steps.ts';
import { stripBack, stripFront, stripHead, stripMedian, stripSides } from './strip-frame.ts';
import { products, productsOf, words } from './words.ts';

/** Products from `from` per cent up to the next bin; the last holds 100 % too. */
export interface Bin {
  from: number;
  products: number;
}

export interface ProductHistogramRows {
  bins: Bin[];
  bands: BandCount[];
  median: number | null;
  /** Points a bin, 1 by default; a divisor of 100. */
  step?: number;
}

/** The strip of every product where there are too many for dots: bars of one point, in the same frame. */
export function productHistogram(rows: ProductHistogramRows, options: ChartOptions): SVGSVGElement {
  const at = linear(...stripSides(options.width));
  const bins = lastTwoAsOne(rows.bins, rows.step ?? 1);
  const axis = stripHead + (options.width < phoneBelow ? 98 : 138);
  const most = Math.max(1, ...bins.map((bin) => bin.products));
  const y = (products: number) => axis - (products / most) * (axis - stripHead - 14);
  return draw(
    axis + 22,
    [
      countGuides(most, y, at, options),
      stripBack(rows.bands, at, axis, options),
      bars({ ...rows, bins }, y, at, options),
      stripMedian(rows.median, at, axis, options),
      stripFront(at, axis, options),
      countLabels(most, y, at((rows.step ?? 1) / 100) + 5, options)
    ],
    options
  );
}

/** 100 % has no bin of its own to the right of the axis. */
function lastTwoAsOne(bins: Bin[], step: number): Bin[] {
  const last = 100 - step;
  const top = bins.filter(({ from }) => from >= last);
  const products = top.reduce((sum, bin) => sum + bin.products, 0);
  const rest = bins.filter(({ from, products }) => from < last && products > 0);
  return products > 0 ? [...rest, { from: last, products }] : rest;
}

function bars(
  { bins, bands, step = 1 }: ProductHistogramRows,
  y: (n: number) => number,
  at: Place,
  options: ChartOptions
) {
  const { palette, locale } = options;
  const total = bins.reduce((sum, bin) => sum + bin.products, 0);
  const left = ({ from }: Bin) => from / 100;
  const bandOf = ({ from }: Bin) => bands.filter((band) => band.from <= from).length - 1;
  return Plot.rect(bins, {
    x1: (bin: Bin) => at(left(bin)) + 0.5,
    x2: (bin: Bin) => at(left(bin) + step / 100) - 0.5,
    y1: y(0),
    y2: ({ products }: Bin) => y(products),
    fill: literal((bin: Bin) => palette(bandToken(bandOf(bin), bands.length))),
    stroke: literal((bin: Bin) => palette(bandToken(bandOf(bin), bands.length, 'edge'))),
    strokeWidth: 0.5,
    title: (bin: Bin) =>
      binName(left(bin), step, options) + words(locale).colon + productsOf(bin.products, total, locale, 1)
  });
}

function binName(left: number, step: number, { locale }: ChartOptions): string {
  return `${integer(left * 100, locale)} ${words(locale).to} ${percent(left + step / 100, locale)}`;
}

/** Two or three heights: here, unlike among dots, height has a meaning. */
function countGuides(most: number, y: (n: number) => number, at: Place, { palette }: ChartOptions) {
  const rule = { stroke: palette('rule'), shapeRendering: 'crispEdges' };
  return Plot.ruleY(roundSteps(most, 3), { x1: at(0), x2: at(1), y, ...rule });
}

/** The heights' counts, from `x` on: beside the first bar, which often stands where they would, and over the next. */
function countLabels(most: number, y: (n: number) => number, x: number, options: ChartOptions) {
  const { palette, locale } = options;
  const heights = roundSteps(most, 3);
  return Plot.text(heights, {
    x,
    y: (count: number) => y(count) - 3,
    text: (count: number) => (count === heights.at(-1) ? products(count, locale) : integer(count, locale)),
    textAnchor: 'start',
    lineAnchor: 'bottom',
    fontSize: 11,
    fill: palette('ink-3'),
    stroke: palette('ground'),
    strokeWidth: 4
  });
}
