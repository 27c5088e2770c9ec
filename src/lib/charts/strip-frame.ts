import * as Plot from '@observablehq/plot';
import { bandName, bandShortName } from '#lib/i18n/bands.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import { fifths, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { phoneBelow } from './frame.ts';
import { textWidth } from './text-width.ts';
import { products, words } from './words.ts';

interface Zone {
  centre: number;
  name: string;
  count: string;
}

const size = 13;
const wordGap = 6;

/** Room above the marks: band names, then the median's label. */
export const stripHead = 52;

/** Where 0 and 100 % stand: in by a dot's radius, so that none is cut. */
export function stripSides(width: number): [number, number] {
  const inset = width < phoneBelow ? 10 : 18;
  return [inset, width - inset];
}

/** What stands behind the products: band edges, with the bands' names and counts. */
export function stripBack(bands: BandCount[], at: Place, axis: number, options: ChartOptions) {
  return [bandEdges(bands, at, axis, options), bandLabels(bands, at, options)];
}

/** The axis, in front of what stands on it. */
export function stripFront(at: Place, axis: number, options: ChartOptions) {
  const stroke = options.palette('rule-strong');
  return [
    Plot.ruleY([axis], { x1: at(0), x2: at(1), stroke, shapeRendering: 'crispEdges' }),
    ticks(fifths, at, axis + 19, options, { unit: options.width >= phoneBelow })
  ];
}

function bandEdges(bands: BandCount[], at: Place, axis: number, { palette }: ChartOptions) {
  return Plot.ruleX(bands.slice(1), {
    x: ({ from }: BandCount) => at(from / 100),
    y1: 6,
    y2: axis,
    stroke: palette(bands.length > 12 ? 'rule' : 'rule-strong'),
    strokeDasharray: '2,3'
  });
}

function bandLabels(bands: BandCount[], at: Place, options: ChartOptions) {
  const zones = bands.map((band) => zoneOf(band, at, options));
  const nameWidth = ({ name }: Zone) => (name ? textWidth(name, size, 650) : 0);
  const space = ({ name, count }: Zone) => (name && count ? wordGap : 0);
  const left = (zone: Zone) =>
    zone.centre - (nameWidth(zone) + space(zone) + textWidth(zone.count, size)) / 2;
  const common = { y: 14, textAnchor: 'start', lineAnchor: 'bottom', fontSize: size } as const;
  const onlyCount = options.width < phoneBelow;
  return [
    Plot.text(
      zones.filter(({ name }) => name !== ''),
      {
        ...common,
        x: left,
        text: 'name',
        fontWeight: 650,
        fill: options.palette('ink')
      }
    ),
    Plot.text(
      zones.filter(({ count }) => count !== ''),
      {
        ...common,
        x: (zone: Zone) => left(zone) + nameWidth(zone) + space(zone),
        text: 'count',
        fontWeight: onlyCount ? 650 : 400,
        fill: options.palette(onlyCount ? 'ink' : 'ink-3')
      }
    )
  ];
}

/** The fullest wording that fits between the band's edges. */
function zoneOf(band: BandCount, at: Place, { locale, width }: ChartOptions): Zone {
  const [left, right] = [at(band.from / 100), at(band.to / 100)];
  const bare = { name: '', count: integer(band.products, locale) };
  const wordings = [
    { name: bandName(band, locale), count: products(band.products, locale) },
    { name: bandShortName(band, locale), count: products(band.products, locale) },
    { name: bandShortName(band, locale), count: bare.count },
    bare
  ];
  const fits = ({ name, count }: { name: string; count: string }) =>
    textWidth(name, size, 650) + textWidth(count, size) + wordGap + 8 <= right - left;
  const fitting = width < phoneBelow ? [bare] : wordings;
  return { centre: (left + right) / 2, ...(fitting.find(fits) ?? { name: '', count: '' }) };
}

/** The median and, on its left unless it stands far left itself, its value. */
export function stripMedian(
  median: number | null,
  at: Place,
  axis: number,
  { palette, locale }: ChartOptions
) {
  if (median === null) return [];
  const onLeft = median >= 0.25;
  const text = `${words(locale).median} ${percent(median, locale, 1)}`;
  return [
    Plot.ruleX([median], { x: at, y1: 26, y2: axis, stroke: palette('ink'), strokeWidth: 2 }),
    Plot.text([median], {
      x: (share: number) => at(share) + (onLeft ? -9 : 9),
      y: 45,
      text: () => text,
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
