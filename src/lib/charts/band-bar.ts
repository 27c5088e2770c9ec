import * as Plot from '@observablehq/plot';
import { bandName, bandShortName } from '#lib/i18n/bands.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { draw, phoneBelow } from './frame.ts';
import { labelRow } from './label-row.ts';
import { literal } from './literal.ts';
import { textWidth } from './text-width.ts';
import { productsOf, words } from './words.ts';

export interface BandBarRows {
  bands: BandCount[];
  rated: number;
}

interface Segment {
  band: BandCount;
  index: number;
  left: number;
  width: number;
  share: number;
}

interface Label {
  segment: Segment;
  text: string;
  x: number;
  width: number;
}

const gap = 2;
const leader = 9;
const countSizes = [
  { size: 32, pad: 15 },
  { size: 20, pad: 9 },
  { size: 14, pad: 4 }
];

/** How many products fall in each band, as one bar: counts inside, bands above, shares below. */
export function bandBar(rows: BandBarRows, options: ChartOptions): SVGSVGElement {
  const segments = segmentsOf(rows, options.width);
  const small = options.width < phoneBelow;
  const names = nameLabels(segments, options);
  const shares = shareLabels(segments, options);
  const top = (small ? 18 : 20) + (names.some(isMoved) ? leader : 0);
  const bottom = top + (small ? 48 : 78);
  const below = bottom + (shares.some(isMoved) ? leader : 0);
  return draw(
    below + 24,
    [
      segments.length === 0 ? emptyTrack(top, bottom, options) : [],
      rects(segments, top, bottom, rows, options),
      counts(segments, (top + bottom) / 2, rows, options),
      leaders(names.filter(isMoved), top - leader - 1, top - 1, options),
      leaders(shares.filter(isMoved), below + 2, bottom + 1, options),
      labels(names, top - 6 - (names.some(isMoved) ? leader : 0), 'bottom', options),
      labels(shares, below + 8, 'top', options)
    ],
    options
  );
}

function segmentsOf({ bands, rated }: BandBarRows, width: number): Segment[] {
  const filled = bands.map((band, index) => ({ band, index })).filter(({ band }) => band.products > 0);
  const total = filled.reduce((sum, { band }) => sum + band.products, 0);
  const room = width - gap * (filled.length - 1);
  let left = 0;
  return filled.map(({ band, index }) => {
    const segment = {
      band,
      index,
      left,
      width: (room * band.products) / total,
      share: band.products / rated
    };
    left += segment.width + gap;
    return segment;
  });
}

function rects(
  segments: Segment[],
  y1: number,
  y2: number,
  { rated, bands }: BandBarRows,
  options: ChartOptions
) {
  const { palette, locale } = options;
  return Plot.rect(segments, {
    x1: 'left',
    x2: right,
    y1,
    y2,
    fill: literal(({ index }: Segment) => palette(bandToken(index, bands.length))),
    title: ({ band }: Segment) =>
      bandName(band, locale) + words(locale).colon + productsOf(band.products, rated, locale, 1)
  });
}

function emptyTrack(y1: number, y2: number, { palette, width }: ChartOptions) {
  return Plot.rect([0], { x1: 0.5, x2: width - 0.5, y1, y2, stroke: palette('rule') });
}

function right({ left, width }: Segment): number {
  return left + width;
}

/** Counts inside, in the largest size that fits; where none does the count goes with the share below. */
function counts(segments: Segment[], y: number, { bands }: BandBarRows, options: ChartOptions) {
  const { palette, locale } = options;
  return countSizes.map((style, i) =>
    Plot.text(
      segments.filter((segment) => fittingSize(segment, options) === i),
      {
        x: ({ left }: Segment) => left + style.pad,
        y,
        text: ({ band }: Segment) => integer(band.products, locale),
        textAnchor: 'start',
        fontSize: style.size,
        fontWeight: 700,
        fill: literal(({ index }: Segment) => palette(bandToken(index, bands.length, 'on-band')))
      }
    )
  );
}

function fittingSize({ band, width }: Segment, options: ChartOptions): number {
  const largest = options.width < phoneBelow ? 1 : 0;
  const text = integer(band.products, options.locale);
  return countSizes.findIndex(
    ({ size, pad }, i) => i >= largest && textWidth(text, size, 700) + 2 * pad <= width + pad / 2
  );
}

function nameLabels(segments: Segment[], options: ChartOptions): Label[] {
  const { locale, width } = options;
  const allShort = width < phoneBelow;
  const names = segments.map((segment, i) => {
    const long = bandName(segment.band, locale);
    const room = (segments[i + 1]?.left ?? width) - segment.left - 8;
    const fits = !allShort && textWidth(long, nameSize(options), 700) <= room;
    return fits ? long : bandShortName(segment.band, locale);
  });
  return placed(segments, names, nameSize(options), 700, width);
}

function nameSize({ width }: ChartOptions): number {
  return width < phoneBelow ? 12 : 13;
}

function shareLabels(segments: Segment[], options: ChartOptions): Label[] {
  const texts = segments.map((segment) => {
    const share = percent(segment.share, options.locale, 1);
    const outside = fittingSize(segment, options) < 0;
    return outside ? `${integer(segment.band.products, options.locale)} · ${share}` : share;
  });
  return placed(segments, texts, 13, 400, options.width);
}

function placed(segments: Segment[], texts: string[], size: number, weight: number, width: number): Label[] {
  const wanted = segments.map((segment, i) => ({
    x: segment.left,
    width: textWidth(texts[i] as string, size, weight),
    importance: segment.band.products
  }));
  const lefts = labelRow(wanted, width);
  return segments.flatMap((segment, i) => {
    const x = lefts[i];
    return x === undefined ? [] : [{ segment, text: texts[i] as string, x, width: wanted[i]?.width ?? 0 }];
  });
}

function labels(data: Label[], y: number, side: 'top' | 'bottom', options: ChartOptions) {
  const above = side === 'bottom';
  return Plot.text(data, {
    x: 'x',
    y,
    text: 'text',
    textAnchor: 'start',
    lineAnchor: side,
    fontSize: above ? nameSize(options) : 13,
    fontWeight: above ? 650 : 400,
    fill: options.palette(above ? 'ink' : 'ink-2')
  });
}

/** Whether a label begins beside its segment, not over it. */
function isMoved({ x, segment }: Label): boolean {
  return x < segment.left - 3 || x > segment.left + Math.max(3, segment.width - 12);
}

/** From a label that had to move to the segment that it names. */
function leaders(moved: Label[], yLabel: number, ySegment: number, { palette }: ChartOptions) {
  const target = ({ segment }: Label) => segment.left + segment.width / 2;
  return Plot.link(moved, {
    x1: (label: Label) => Math.min(Math.max(target(label), label.x + 4), label.x + label.width - 4),
    y1: yLabel,
    x2: target,
    y2: ySegment,
    stroke: palette('rule-strong')
  });
}
