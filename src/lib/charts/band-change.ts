import * as Plot from '@observablehq/plot';
import { bandName } from '#lib/i18n/bands.ts';
import { decimal, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Band } from '#lib/maturity/bands.ts';
import { guides, linear, ticks, type Place } from './axis.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { draw } from './frame.ts';
import { literal } from './literal.ts';
import { textWidth } from './text-width.ts';
import { productsOf, words } from './words.ts';

interface Side {
  products: number;
  rated: number;
}

export interface BandChangeRows {
  bands: (Band & { before: Side; after: Side })[];
  /** What to call the two where they aren't « before » and « now ». */
  names?: { before: string; after: string };
}

interface Row extends Band {
  y: number;
  index: number;
  before: Side & { share: number | null };
  after: Side & { share: number | null };
}

const head = 24;
const rowHeight = 28;
const radius = 5.5;
const arrowLength = 10;

/** Each band's share of products before (hollow) and now (filled), with both values at right. */
export function bandChange(rows: BandChangeRows, options: ChartOptions): SVGSVGElement {
  const data = rows.bands.map(rowOf);
  const sides = rows.names ?? words(options.locale);
  const bottom = head + data.length * rowHeight;
  const shares = scaleTicks(data);
  const at = linear(labelColumn(data, options), valueColumns(data, options).before - 58, shares.at(-1));
  return draw(
    bottom + 4,
    [
      guides(shares, at, head, bottom, options),
      ticks(shares, at, head - 7, options, { unit: true }),
      names(data, options),
      movements(data, at, options),
      afterDots(data, sides.after, at, options),
      beforeDots(data, sides.before, at, options),
      values(data, options)
    ],
    options
  );
}

function rowOf(band: BandChangeRows['bands'][number], index: number): Row {
  const share = ({ products, rated }: Side) => (rated > 0 ? products / rated : null);
  const { before, after } = band;
  return {
    ...band,
    index,
    y: head + (index + 0.5) * rowHeight,
    before: { ...before, share: share(before) },
    after: { ...after, share: share(after) }
  };
}

/** From 0 to the next round share above all of them, with three to five ticks. */
function scaleTicks(rows: Row[]): number[] {
  const most = Math.max(0.2, ...rows.flatMap(({ before, after }) => [before.share ?? 0, after.share ?? 0]));
  const step = most > 0.8 ? 0.5 : most > 0.3 ? 0.2 : 0.1;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step);
}

function labelColumn(rows: Row[], { locale }: ChartOptions): number {
  return 24 + Math.max(84, ...rows.map((row) => textWidth(nameOf(row, locale), 13)));
}

function nameOf(band: Band, locale: Locale): string {
  return bandName(band, locale);
}

function names(rows: Row[], { palette, locale }: ChartOptions) {
  return Plot.text(rows, {
    x: 0,
    y: 'y',
    text: (row: Row) => nameOf(row, locale),
    textAnchor: 'start',
    fontSize: 13,
    fill: palette('ink')
  });
}

/** A line only where the circles stand so far apart that one sees it. */
function movements(rows: Row[], at: Place, { palette }: ChartOptions) {
  const ends = rows.flatMap(({ y, before, after }) =>
    before.share === null || after.share === null ? [] : [{ y, x1: at(before.share), x2: at(after.share) }]
  );
  const apart = ends.filter(({ x1, x2 }) => Math.abs(x1 - x2) > 12);
  return Plot.link(apart, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y',
    y2: 'y',
    stroke: palette('rule-strong'),
    strokeWidth: 1.5
  });
}

function afterDots(rows: Row[], name: string, at: Place, { palette, locale }: ChartOptions) {
  const count = rows.length;
  return Plot.dot(
    rows.filter(({ after }) => after.share !== null),
    {
      x: ({ after }: Row) => at(after.share ?? 0),
      y: 'y',
      r: radius,
      fill: literal(({ index }: Row) => palette(bandToken(index, count))),
      stroke: literal(({ index }: Row) => palette(bandToken(index, count, 'edge'))),
      strokeWidth: 1,
      title: (row: Row) => titleOf(row, name, row.after, locale)
    }
  );
}

function beforeDots(rows: Row[], name: string, at: Place, { palette, locale }: ChartOptions) {
  return Plot.dot(
    rows.filter(({ before }) => before.share !== null),
    {
      x: ({ before }: Row) => at(before.share ?? 0),
      y: 'y',
      r: radius - 0.5,
      stroke: palette('ink-2'),
      strokeWidth: 1.5,
      title: (row: Row) => titleOf(row, name, row.before, locale)
    }
  );
}

function titleOf(row: Row, when: string, { products, rated }: Side, locale: Locale): string {
  return `${nameOf(row, locale)}, ${when}${words(locale).colon}${productsOf(products, rated, locale, 1)}`;
}

/** Right ends of the two columns of values; the arrow stands between. */
function valueColumns(rows: Row[], { locale, width }: ChartOptions) {
  const widest = Math.max(
    44,
    ...rows.map(({ after }) => textWidth(percent(after.share, locale, 1), 13, 700))
  );
  const arrow = width - widest - 9;
  return { before: arrow - arrowLength - 4, arrow, after: width };
}

function values(rows: Row[], options: ChartOptions) {
  const { palette, locale } = options;
  const columns = valueColumns(rows, options);
  const before = ({ before: { share } }: Row) => (share === null ? '–' : decimal(share * 100, locale));
  const after = ({ after: { share } }: Row) => percent(share, locale, 1);
  const common = { y: 'y', textAnchor: 'end', fontSize: 13, fontVariant: 'tabular-nums' } as const;
  return [
    Plot.text(rows, { ...common, x: columns.before, text: before, fill: palette('ink-2') }),
    arrows(rows, columns.arrow, options),
    Plot.text(rows, { ...common, x: columns.after, text: after, fontWeight: 700, fill: palette('ink') })
  ];
}

/** Drawn, because the typeface as shipped has no arrow. */
function arrows(rows: Row[], right: number, { palette }: ChartOptions) {
  return Plot.arrow(rows, {
    x1: right - arrowLength,
    x2: right,
    y1: 'y',
    y2: 'y',
    stroke: palette('ink-2'),
    strokeWidth: 1.2,
    headAngle: 80,
    headLength: 5
  });
}
