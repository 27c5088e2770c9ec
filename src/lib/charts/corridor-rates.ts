import * as Plot from '@observablehq/plot';
import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { linear, type Place } from './axis.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { dodgeAround } from './dodge.ts';
import { phoneBelow } from './frame.ts';
import { literal } from './literal.ts';
import { figureColumn, rateRows, rowsTop } from './rate-rows.ts';
import { textWidth, wrap } from './text-width.ts';
import { counted, words } from './words.ts';

interface Dot {
  rate: number;
  band: number;
  title: string;
}

/** One corridor; shares from 0 to 1. Without `rates` only its box and median are drawn. */
export interface CorridorRow {
  corridor: string;
  products: number;
  median: number;
  q1: number;
  q3: number;
  /** How many bands there are: a dot names its own by index. */
  bandCount: number;
  rates?: Dot[];
  /** What its dots are, in the singular and the plural, where they are not products. */
  noun?: [one: string, many: string];
}

export type CorridorRatesRows = CorridorRow[];

interface Placed extends CorridorRow {
  top: number;
  y: number;
  name: string;
}

interface PlacedDot extends Dot {
  y: number;
  radius: number;
  bandCount: number;
}

const labelWidth = 132;

/** Each corridor's products as dots, over the box of their middle half and the tick of their median. */
export function corridorRates(rows: CorridorRatesRows, options: ChartOptions): SVGSVGElement {
  const phone = options.width < phoneBelow;
  const at = linear(phone ? 8 : labelWidth + 16, options.width - figureColumn);
  const placed = rows.map((row, i) => placeRow(row, i, options));
  return rateRows(
    {
      rows: placed.map(({ top, y, median }) => ({ top, y, share: median })),
      rowHeight: rowHeight(phone),
      at,
      heading: words(options.locale).median,
      marks: [
        boxes(placed, at, options),
        medians(placed, at, options),
        dots(placed, at, options),
        names(placed, phone, options)
      ]
    },
    options
  );
}

/** « 22 produits », or what else the row's dots are. */
function counting({ products, noun }: CorridorRow, locale: Locale): string {
  return counted(products, noun ?? words(locale).product, locale);
}

function rowHeight(phone: boolean): number {
  return phone ? 64 : 56;
}

function placeRow(row: CorridorRow, i: number, { width, locale }: ChartOptions): Placed {
  const phone = width < phoneBelow;
  const top = rowsTop + i * rowHeight(phone);
  const count = textWidth(counting(row, locale), 12) + 12;
  const name = wrap(row.corridor, phone ? width - count : labelWidth, 14.2, phone ? 1 : 2).join('\n');
  return { ...row, top, name, y: top + (phone ? 42 : 28) };
}

function names(rows: Placed[], phone: boolean, options: ChartOptions) {
  const { palette, locale } = options;
  const nameLines = ({ name }: Placed) => name.split('\n').length;
  const first = (row: Placed) => (phone ? row.top + 17 : row.y - 8 * (nameLines(row) - 1) - 3);
  const count = (row: Placed) => (phone ? first(row) : first(row) + 16 * nameLines(row));
  const halo = { stroke: phone ? palette('ground') : 'none', strokeWidth: 4 };
  const common = { ...halo, textAnchor: 'start', lineAnchor: 'bottom' } as const;
  return [
    ...rows.map((row) =>
      Plot.text(row.name.split('\n'), {
        ...common,
        x: 0,
        y: (_: string, i: number) => first(row) + 16 * i,
        text: (line: string) => line,
        fontSize: 13.5,
        fontWeight: 600,
        fill: palette('ink')
      })
    ),
    Plot.text(rows, {
      ...common,
      x: ({ name }: Placed) => (phone ? textWidth(name, 13.5, 600) + 8 : 0),
      y: count,
      text: (row: Placed) => counting(row, locale),
      fontSize: 12,
      fill: palette('ink-3')
    })
  ];
}

/** One product has no middle half. */
function boxes(rows: Placed[], at: Place, { palette, locale }: ChartOptions) {
  const { middleHalf, colon, to } = words(locale);
  return Plot.rect(
    rows.filter((row) => row.products > 1),
    {
      x1: ({ q1 }: Placed) => at(q1),
      x2: ({ q3 }: Placed) => at(q3),
      y1: ({ y }: Placed) => y - 13,
      y2: ({ y }: Placed) => y + 13,
      fill: palette('none'),
      title: (row: Placed) =>
        `${row.corridor}, ${middleHalf}${colon}${percent(row.q1, locale)} ${to} ${percent(row.q3, locale)} (${counting(row, locale)})`
    }
  );
}

function medians(rows: Placed[], at: Place, { palette, locale }: ChartOptions) {
  const { median, colon } = words(locale);
  return Plot.ruleX(rows, {
    x: (row: Placed) => at(row.median),
    y1: ({ y }: Placed) => y - 17,
    y2: ({ y }: Placed) => y + 17,
    stroke: palette('ink'),
    strokeWidth: 2.5,
    title: (row: Placed) =>
      `${row.corridor}, ${median}${colon}${percent(row.median, locale, 1)} (${counting(row, locale)})`
  });
}

function dots(rows: Placed[], at: Place, { palette }: ChartOptions) {
  const placed = rows.flatMap((row) => placeDots(row, at));
  return Plot.dot(placed, {
    x: ({ rate }: PlacedDot) => at(rate),
    y: 'y',
    r: { value: 'radius', scale: null },
    fill: literal(({ band, bandCount }: PlacedDot) => palette(bandToken(band, bandCount))),
    stroke: literal(({ band, bandCount }: PlacedDot) => palette(bandToken(band, bandCount, 'edge'))),
    strokeWidth: 1,
    sort: null,
    title: 'title'
  });
}

/** The largest dots that keep within their row without touching; in the fullest rows small ones that overlap. */
function placeDots({ rates = [], y, bandCount }: Placed, at: Place): PlacedDot[] {
  const xs = rates.map(({ rate }) => at(rate));
  for (const radius of [4, 3, 2]) {
    const offsets = dodgeAround(xs, 2 * radius + 1, 23 - radius);
    if (offsets) return rates.map((dot, i) => ({ ...dot, bandCount, radius, y: y + (offsets[i] ?? 0) }));
  }
  return rates.map((dot, i) => ({ ...dot, bandCount, radius: 2, y: y + ((i % 19) - 9) * 2.2 }));
}
