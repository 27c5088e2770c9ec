import * as Plot from '@observablehq/plot';
import { percent } from '#lib/i18n/format.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import { linear, type Place } from './axis.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { dodgeLevels } from './dodge.ts';
import { draw, phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import type { ProductDot } from './product-strip.ts';
import { stripBack, stripFront, stripSides } from './strip-frame.ts';
import { clip, textWidth } from './text-width.ts';
import { words } from './words.ts';

export interface ProductPositionRows {
  /** The product whose place is shown. */
  own: ProductDot & { name: string };
  /** The others. */
  rates: ProductDot[];
  bands: BandCount[];
  /** Of all of them, the product too; null where they are too few for one. */
  median: number | null;
  /** What the median is of, after that word, such as « du couloir ». */
  of: string;
}

interface Stack {
  radius: number;
  levels: number[];
}

const head = 70;
const diamond = { desk: 12, phone: 9 };
const leastHeight = 52;
const mostHeight = 320;
const size = 13;

/** One product as a diamond on the axis, named, among the dots of those it is compared with. */
export function productPosition(rows: ProductPositionRows, options: ChartOptions): SVGSVGElement {
  const at = linear(...stripSides(options.width));
  const stack = firstFitting(rows, at, options);
  const axis = head + Math.max(leastHeight, stack ? height(stack) : 0);
  return draw(
    axis + 22,
    [
      stripBack(rows.bands, at, axis, options),
      medianLine(rows, at, axis, options),
      stack ? dots(rows, stack, at, axis, options) : [],
      leader(rows, at, axis, options),
      stripFront(at, axis, options),
      mark(rows, at, axis, options),
      ownLabel(rows, at, options)
    ],
    options
  );
}

/** Undefined where a pile would be too high for any radius: the counts by band then say it alone. */
function firstFitting(
  { rates, own }: ProductPositionRows,
  at: Place,
  options: ChartOptions
): Stack | undefined {
  const xs = rates.map(({ rate }) => at(rate));
  const gap = halfDiagonal(options) + 1;
  return [8, 6, 4.2, 3, 2.2]
    .filter((radius) => options.width >= phoneBelow || radius <= 4.2)
    .map((radius) => ({ radius, levels: levelsOf(xs, at(own.rate), radius, gap) }))
    .find((stack) => height(stack) <= mostHeight);
}

/** Dots on the axis, but for those that would touch the diamond: these lie above it. */
function levelsOf(xs: number[], own: number, radius: number, gap: number): number[] {
  const above = Math.ceil((2 * gap) / step(radius));
  return dodgeLevels(xs, step(radius), (x) => (Math.abs(x - own) < gap + radius ? above : 0));
}

function halfDiagonal({ width }: ChartOptions): number {
  return width < phoneBelow ? diamond.phone : diamond.desk;
}

function step(radius: number): number {
  return 2 * radius + 1;
}

function height({ levels, radius }: Stack): number {
  return (levels.reduce((a, b) => Math.max(a, b), -1) + 1) * step(radius);
}

function dots(rows: ProductPositionRows, stack: Stack, at: Place, axis: number, { palette }: ChartOptions) {
  const count = rows.bands.length;
  return Plot.dot(rows.rates, {
    x: ({ rate }: ProductDot) => at(rate),
    y: stack.levels.map((level) => axis - 0.5 - (level + 0.5) * step(stack.radius)),
    r: stack.radius,
    fill: literal(({ band }: ProductDot) => palette(bandToken(band, count))),
    stroke: literal(({ band }: ProductDot) => palette(bandToken(band, count, 'edge'))),
    strokeWidth: 1,
    sort: null,
    title: 'title'
  });
}

function mark({ own, bands }: ProductPositionRows, at: Place, axis: number, options: ChartOptions) {
  const half = halfDiagonal(options);
  return Plot.dot([own], {
    x: at(own.rate),
    y: axis - half + 1,
    symbol: 'diamond2',
    r: half / 1.11,
    fill: options.palette(bandToken(own.band, bands.length)),
    stroke: options.palette('ink'),
    strokeWidth: 2,
    title: 'title'
  });
}

function leader({ own }: ProductPositionRows, at: Place, axis: number, { palette }: ChartOptions) {
  return Plot.ruleX([own.rate], { x: at, y1: 40, y2: axis - 12, stroke: palette('ink'), strokeWidth: 1.2 });
}

/** Name and rate above the diamond, kept inside the picture. */
function ownLabel({ own }: ProductPositionRows, at: Place, { palette, locale, width }: ChartOptions) {
  const share = percent(own.rate, locale, 1);
  const room = width - textWidth(share, 14, 700) - 12;
  const text = `${clip(own.name, Math.min(room, 420), 14, 700)}\u2002${share}`;
  const half = textWidth(text, 14, 700) / 2 + 2;
  return Plot.text([text], {
    x: Math.max(half, Math.min(width - half, at(own.rate))),
    y: 35,
    text: (line: string) => line,
    lineAnchor: 'bottom',
    fontSize: 14,
    fontWeight: 700,
    fill: palette('ink'),
    stroke: palette('ground'),
    strokeWidth: 5
  });
}

/** The median's label stands on the side away from the product, where there is room. */
function medianLine(
  rows: ProductPositionRows,
  at: Place,
  axis: number,
  { palette, locale, width }: ChartOptions
) {
  const { median, own, of } = rows;
  if (median === null) return [];
  const label = `${words(locale).median}${width < phoneBelow ? '' : ` ${of}`} ${percent(median, locale, 1)}`;
  const room = textWidth(label, size, 650) + 12;
  const x = at(median);
  const fits = { left: x - room > 0, right: x + room < width };
  const onLeft = own.rate >= median ? fits.left : !fits.right;
  return [
    Plot.ruleX([x], { y1: 42, y2: axis, stroke: palette('ink'), strokeWidth: 2 }),
    Plot.text([label], {
      x: x + (onLeft ? -9 : 9),
      y: 61,
      text: (line: string) => line,
      textAnchor: onLeft ? 'end' : 'start',
      lineAnchor: 'bottom',
      fontSize: size,
      fontWeight: 650,
      fill: palette('ink'),
      stroke: palette('ground'),
      strokeWidth: 5
    })
  ];
}
