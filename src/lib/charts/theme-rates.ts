import * as Plot from '@observablehq/plot';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { linear, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { phoneBelow } from './frame.ts';
import { figureColumn, rateRows, rowsTop } from './rate-rows.ts';
import { textWidth, wrap } from './text-width.ts';
import { words } from './words.ts';

/** One theme, its rate pooled over all answers, with its criteria; shares from 0 to 1. */
export interface ThemeRow {
  theme: string;
  rate: number;
  attained: number;
  applicable: number;
  criteria: { code: string; label: string; rate: number; n: number; N: number }[];
}

export type ThemeRatesRows = ThemeRow[];

interface Placed extends ThemeRow {
  top: number;
  y: number;
  name: string[];
}

type Diamond = ThemeRow['criteria'][number] & { y: number };

/** Each theme's criteria as diamonds from least to most attained, and the theme's own rate as a black tick. */
export function themeRates(rows: ThemeRatesRows, options: ChartOptions): SVGSVGElement {
  const phone = options.width < phoneBelow;
  const labelWidth = labelColumn(rows, options);
  const at = linear(phone ? 8 : labelWidth + 14, options.width - figureColumn);
  const placed = rows.map((row, i) => placeRow(row, i, phone, labelWidth));
  return rateRows(
    {
      rows: placed.map(({ top, y, rate }) => ({ top, y, share: rate })),
      rowHeight: rowHeight(phone),
      at,
      heading: words(options.locale).overall,
      marks: [
        names(placed, phone, options),
        ranges(placed, at, options),
        diamonds(placed, at, options),
        themeTicks(placed, at, options)
      ]
    },
    options
  );
}

function rowHeight(phone: boolean): number {
  return phone ? 44 : 30.5;
}

function labelColumn(rows: ThemeRatesRows, { width }: ChartOptions): number {
  if (width < phoneBelow) return width;
  const longest = Math.max(0, ...rows.map(({ theme }) => textWidth(theme, 13.5)));
  return Math.min(Math.max(longest + 2, 120), width * 0.34);
}

function placeRow(row: ThemeRow, i: number, phone: boolean, labelWidth: number): Placed {
  const top = rowsTop + i * rowHeight(phone);
  const fits = phone || textWidth(row.theme, 13.5) <= labelWidth;
  const name = fits ? wrap(row.theme, labelWidth, phone ? 14.2 : 13.5, 1) : wrap(row.theme, labelWidth, 12);
  return { ...row, top, name, y: top + (phone ? 29.5 : 15.25) };
}

function names(rows: Placed[], phone: boolean, { palette }: ChartOptions) {
  const style = (lines: number) => ({ fontSize: lines > 1 ? 12 : 13.5, fontWeight: phone ? 600 : 400 });
  return [1, 2].map((lines) =>
    Plot.text(
      rows.filter(({ name }) => name.length === lines),
      {
        ...style(lines),
        x: 0,
        y: ({ top, y }: Placed) => (phone ? top + 11 : y),
        text: ({ name }: Placed) => name.join('\n'),
        textAnchor: 'start',
        lineHeight: 1.15,
        stroke: phone ? palette('ground') : 'none',
        strokeWidth: 4,
        fill: palette('ink')
      }
    )
  );
}

function ranges(rows: Placed[], at: Place, { palette }: ChartOptions) {
  const rates = ({ criteria }: Placed) => criteria.map(({ rate }) => rate);
  return Plot.link(
    rows.filter(({ criteria }) => criteria.length > 1),
    {
      x1: (row: Placed) => at(Math.min(...rates(row))),
      x2: (row: Placed) => at(Math.max(...rates(row))),
      y1: 'y',
      y2: 'y',
      stroke: palette('rule-strong'),
      strokeWidth: 1
    }
  );
}

function diamonds(rows: Placed[], at: Place, { palette, locale }: ChartOptions) {
  const data = rows.flatMap(({ criteria, y }) => criteria.map((criterion) => ({ ...criterion, y })));
  return Plot.dot(data, {
    x: ({ rate }: Diamond) => at(rate),
    y: 'y',
    symbol: 'diamond',
    r: 4,
    fill: palette('attained'),
    fillOpacity: 0.8,
    stroke: palette('ground'),
    strokeWidth: 0.5,
    sort: null,
    title: ({ code, label, n, N }: Diamond) => `${code} ${label}${countsTitle(n, N, locale)}`
  });
}

function themeTicks(rows: Placed[], at: Place, { palette, locale }: ChartOptions) {
  return Plot.ruleX(rows, {
    x: ({ rate }: Placed) => at(rate),
    y1: ({ y }: Placed) => y - 10,
    y2: ({ y }: Placed) => y + 10,
    stroke: palette('ink'),
    strokeWidth: 2.5,
    title: ({ theme, attained, applicable }: Placed) => theme + countsTitle(attained, applicable, locale)
  });
}

function countsTitle(n: number, N: number, locale: Locale): string {
  const { colon, of } = words(locale);
  const share = N > 0 ? `, ${percent(n / N, locale)}` : '';
  return `${colon}${integer(n, locale)} ${of} ${integer(N, locale)}${share}`;
}
