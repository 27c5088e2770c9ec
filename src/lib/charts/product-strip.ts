import * as Plot from '@observablehq/plot';
import type { BandCount } from '#lib/maturity/figures.ts';
import { linear, type Place } from './axis.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { dodgeLevels } from './dodge.ts';
import { draw, phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import { productHistogram } from './product-histogram.ts';
import { stripBack, stripFront, stripHead, stripMedian, stripSides } from './strip-frame.ts';

/** `rate` from 0 to 1; `band` the index in `bands`; `title` names the product and its n/N. */
export interface ProductDot {
  rate: number;
  band: number;
  title: string;
}

export interface ProductStripRows {
  rates: ProductDot[];
  bands: BandCount[];
  median: number | null;
}

interface Stack {
  radius: number;
  levels: number[];
}

const leastLevels = 5;
const mostHeight = 320;

/**
 * Every product as a dot at its rate, stacked on the axis where others stand; height has no meaning. Where a pile
 * would be too high for any radius, the histogram is drawn instead.
 */
export function productStrip(rows: ProductStripRows, options: ChartOptions): SVGSVGElement {
  const at = linear(...stripSides(options.width));
  const stack = firstFitting(rows.rates, at, options);
  if (!stack) return productHistogram({ ...rows, bins: binsOf(rows.rates) }, options);
  const axis = stripHead + Math.max(height(stack), leastLevels * step(stack.radius));
  return draw(
    axis + 22,
    [
      stripBack(rows.bands, at, axis, options),
      stripMedian(rows.median, at, axis, options),
      dots(rows, stack, at, axis, options),
      stripFront(at, axis, options)
    ],
    options
  );
}

function firstFitting(rates: ProductDot[], at: Place, { width }: ChartOptions): Stack | undefined {
  const xs = rates.map(({ rate }) => at(rate));
  return [8, 6, 4.2, 3, 2.2]
    .filter((radius) => width >= phoneBelow || radius <= 4.2)
    .map((radius) => ({ radius, levels: dodgeLevels(xs, step(radius)) }))
    .find((stack) => height(stack) <= mostHeight);
}

/** From one dot's centre to the next: the outlines just touch. */
function step(radius: number): number {
  return 2 * radius + 1;
}

function height({ levels, radius }: Stack): number {
  return (levels.reduce((a, b) => Math.max(a, b), -1) + 1) * step(radius);
}

function dots(rows: ProductStripRows, stack: Stack, at: Place, axis: number, { palette }: ChartOptions) {
  const count = rows.bands.length;
  const y = (level: number) => axis - 0.5 - (level + 0.5) * step(stack.radius);
  return Plot.dot(rows.rates, {
    x: ({ rate }: ProductDot) => at(rate),
    y: stack.levels.map(y),
    r: stack.radius,
    fill: literal(({ band }: ProductDot) => palette(bandToken(band, count))),
    stroke: literal(({ band }: ProductDot) => palette(bandToken(band, count, 'edge'))),
    strokeWidth: 1,
    sort: null,
    title: 'title'
  });
}

function binsOf(rates: ProductDot[]): { from: number; products: number }[] {
  const counts = new Map<number, number>();
  for (const { rate } of rates) {
    const from = Math.min(99, Math.floor(rate * 100 + 1e-9));
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts].map(([from, products]) => ({ from, products }));
}
