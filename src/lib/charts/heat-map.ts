import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { bandToken } from './band-token.ts';
import type { ChartOptions } from './chart.ts';
import { cell, element } from './element.ts';
import { phoneBelow } from './frame.ts';
import { hatchedBox } from './hatched-box.ts';
import { styledText as text } from './styled-text.ts';
import { clip, textWidth, wrap } from './text-width.ts';

/** A criterion in one corridor; `band` is null where the products are too few for a share. */
export interface HeatMapCell {
  n: number;
  N: number;
  band: number | null;
  /** The cell in a sentence. */
  words: string;
}

export interface HeatMapLine {
  code: string;
  label: string;
  rate: number | null;
  /** What is said of a line that passes the test; empty where it doesn't. */
  mark: string;
  cells: HeatMapCell[];
}

export interface HeatMapRows {
  columns: { name: string; products: string; rate: number | null }[];
  /** Of the first two columns. */
  heads: { criterion: string; order: string; all: string; products: string; total: string };
  rate: number | null;
  /** With an empty name where lines are in one list. */
  groups: { name: string; lines: HeatMapLine[] }[];
  bandCount: number;
}

/** One row of the drawing, whatever it holds. */
interface Row {
  top: number;
  line?: HeatMapLine;
  heading?: string;
}

interface Layout {
  left: number;
  labelLeft: number;
  cellWidth: number;
  /** Around a cell's text. */
  pad: number;
  /** In every cell or in none. */
  hasCounts: boolean;
  rows: Row[];
  bottom: number;
}

const head = 58;
const totalHeight = 30;
const rowHeight = 25;
const headingHeight = 32;
const narrow = 100;
const countSize = 11.5;

/** Criteria down, corridors across: each cell's share and counts, filled by band. For files; pages have a table. */
export function heatMap(rows: HeatMapRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(rows, options);
  const marks = [
    ...headings(rows, layout, options),
    ...totals(rows, layout, options),
    ...layout.rows.flatMap((row) => rowMarks(row, rows, layout, options))
  ];
  return cell(layout.bottom + 2, marks, options);
}

function layoutOf({ groups, columns }: HeatMapRows, options: ChartOptions): Layout {
  const { width } = options;
  const left = width < phoneBelow ? 170 : columns.length > 7 ? 330 : 418;
  let top = head + totalHeight;
  const place = (height: number) => (top += height) - height;
  const rows = groups.flatMap(({ name, lines }): Row[] => [
    ...(name ? [{ top: place(headingHeight), heading: name }] : []),
    ...lines.map((line) => ({ top: place(rowHeight), line }))
  ]);
  const codes = groups.flatMap(({ lines }) => lines.map(({ code }) => textWidth(code, 13)));
  const labelLeft = Math.min(9 + Math.max(25, ...codes), left / 3);
  const cellWidth = (width - left) / Math.max(1, columns.length);
  const pad = cellWidth < narrow ? 4 : 8;
  const hasCounts = groups.every(({ lines }) =>
    lines.every(({ cells }) => cells.every((one) => countsWidth(one, options) + 3 * pad + 2 <= cellWidth))
  );
  return { left, labelLeft, cellWidth, pad, hasCounts, rows, bottom: top };
}

/** Share and counts of a cell, in px. */
function countsWidth({ n, N }: HeatMapCell, { locale }: ChartOptions): number {
  return textWidth(shareOf(n, N, locale), 13, 700) + textWidth(fraction(n, N, locale), countSize);
}

function shareOf(n: number, N: number, locale: Locale): string {
  return N === 0 ? '' : integer((100 * n) / N, locale);
}

function fraction(n: number, N: number, locale: Locale): string {
  return `${integer(n, locale)}/${integer(N, locale)}`;
}

function headings(
  { columns, heads }: HeatMapRows,
  { left, cellWidth }: Layout,
  options: ChartOptions
): SVGElement[] {
  const rule = { x: 0, y: head, width: options.width, height: 1, fill: options.palette('rule-strong') };
  const bold = { size: 12.5, weight: 650 };
  const pale = { size: 12, fill: 'ink-3' } as const;
  return [
    element('rect', rule, options),
    text(heads.criterion, 0, head - 24, bold, options),
    text(clip(heads.order, left - 80, 12), 0, head - 8, pale, options),
    text(heads.all, left - 16, head - 24, { ...bold, end: true }, options),
    text(heads.products, left - 16, head - 8, { ...pale, end: true }, options),
    ...columns.flatMap(({ name, products }, c) => {
      const x = left + c * cellWidth + 8;
      const lines = wrap(name, cellWidth - 10, 12.5, 2, 650);
      return [
        ...lines.map((line, i) =>
          text(line, x, head - 24 - (lines.length - 1 - i) * 15, { size: 12.5, weight: 650 }, options)
        ),
        text(clip(products, cellWidth - 10, 12), x, head - 8, pale, options)
      ];
    })
  ];
}

function totals({ columns, heads, rate }: HeatMapRows, layout: Layout, options: ChartOptions): SVGElement[] {
  const { left, cellWidth } = layout;
  const y = head + 20;
  const bold = { weight: 700 };
  const { locale } = options;
  return [
    text(heads.total, 0, y, bold, options),
    text(percent(rate, locale), left - 16, y, { ...bold, end: true }, options),
    ...columns.map((column, c) =>
      text(
        clip(percent(column.rate, locale), cellWidth - 8, 13, 700),
        left + c * cellWidth + 8,
        y,
        bold,
        options
      )
    )
  ];
}

function rowMarks(
  { top, line, heading }: Row,
  rows: HeatMapRows,
  layout: Layout,
  options: ChartOptions
): SVGElement[] {
  const { palette, locale, width } = options;
  const rule = element('rect', { x: 0, y: top, width, height: 1, fill: palette('rule') }, options);
  if (!line) return [rule, text(clip(heading ?? '', width, 13, 700), 0, top + 21, { weight: 700 }, options)];
  const { left, labelLeft, cellWidth } = layout;
  const y = top + 17;
  const mark = line.mark === '' ? 0 : textWidth(line.mark, 12) + 10;
  const bold = line.mark === '' ? 400 : 700;
  const label = clip(line.label, left - 62 - labelLeft - mark, 13, bold);
  return [
    rule,
    text(clip(line.code, labelLeft - 5, 13), 0, y, { fill: 'ink-3' }, options),
    text(label, labelLeft, y, { weight: bold }, options),
    ...(mark > 0 ? [text(line.mark, left - 62, y, { size: 12, fill: 'ink-2', end: true }, options)] : []),
    text(percent(line.rate, locale), left - 16, y, { weight: 700, end: true }, options),
    ...line.cells.flatMap((one, c) =>
      cellMarks(one, rows.bandCount, layout, { x: left + c * cellWidth, y: top }, options)
    )
  ];
}

function cellMarks(
  { n, N, band, words }: HeatMapCell,
  bandCount: number,
  { cellWidth, pad, hasCounts }: Layout,
  { x, y }: { x: number; y: number },
  options: ChartOptions
): SVGElement[] {
  const { palette, locale } = options;
  const inner = { x: x + 1, y: y + 1, width: Math.max(1, cellWidth - 2), height: rowHeight - 2 };
  const baseline = y + 17;
  if (band === null) {
    const few = fitting(`N = ${integer(N, locale)}`, cellWidth - pad, 12);
    const style = { size: 12, fill: 'ink-2' } as const;
    return [
      ...hatchedBox(inner, words, options),
      ...few.map((t) => text(t, x + pad, baseline, style, options))
    ];
  }
  const ink = bandToken(band, bandCount, 'on-band');
  const share = fitting(shareOf(n, N, locale), cellWidth - 2, 13);
  const counts = hasCounts ? [fraction(n, N, locale)] : [];
  const small = { size: countSize, fill: ink, end: true } as const;
  return [
    element('rect', { ...inner, fill: palette(bandToken(band, bandCount)) }, options, words),
    ...share.map((t) =>
      text(t, x + Math.min(pad, cellWidth / 8), baseline, { weight: 700, fill: ink }, options)
    ),
    ...counts.map((t) => text(t, x + cellWidth - pad, baseline, small, options))
  ];
}

/** The text if there is room for it. */
function fitting(content: string, room: number, size: number): string[] {
  return textWidth(content, size) <= room ? [content] : [];
}
