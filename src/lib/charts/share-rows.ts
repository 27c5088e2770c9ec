import type { ChartOptions } from './chart.ts';
import { cell, element } from './element.ts';
import { phoneBelow } from './frame.ts';
import { hatchedBox } from './hatched-box.ts';
import { styledText as text } from './styled-text.ts';
import { clip, textWidth } from './text-width.ts';
import type { Token } from './tokens.ts';
import { words } from './words.ts';

/** What one colour stands for, in all rows. */
export interface ShareSeries {
  name: string;
  fill: Token;
  /** Its outline, where the fill is pale or hatched. */
  edge?: Token;
  /** Drawn as an outlined, hatched box: a bound and no value. */
  hatched?: boolean;
}

export interface ShareRow {
  /** Empty where rows have none. */
  code: string;
  label: string;
  /** In the order of the series; they add up to the total. */
  values: number[];
  total: number;
  /** « 96 % », in bold. */
  share: string;
  /** « 68 sur 71 ». */
  count: string;
}

export interface ShareRowsRows {
  series: ShareSeries[];
  groups: { title: string; rows: ShareRow[] }[];
}

interface Layout {
  phone: boolean;
  labelLeft: number;
  labelWidth: number;
  barLeft: number;
  barWidth: number;
  shareRight: number;
  rowHeight: number;
  top: number;
}

const barHeight = 15;
const square = 11;
const keySize = 12;
const labelSize = 13;
const titleHeight = 26;

/** Rows cut into parts of one whole each, with share and count at the right; groups have a title each. */
export function shareRows(data: ShareRowsRows, options: ChartOptions): SVGSVGElement {
  const layout = layoutOf(data, options);
  const marks: SVGElement[] = [...keyMarks(data, options)];
  let top = layout.top;
  for (const { title, rows } of data.groups) {
    if (title !== '') {
      marks.push(text(title, 0, top + 17, { size: labelSize, weight: 700 }, options));
      top += titleHeight;
    }
    for (const row of rows) {
      marks.push(...rowMarks(row, top, data.series, layout, options));
      top += layout.rowHeight;
    }
    top += 8;
  }
  return cell(top, marks, options);
}

function widest(data: ShareRowsRows, measure: (row: ShareRow) => number): number {
  return Math.max(0, ...data.groups.flatMap(({ rows }) => rows.map(measure)));
}

function layoutOf(data: ShareRowsRows, options: ChartOptions): Layout {
  const { width } = options;
  const phone = width < phoneBelow;
  const code = widest(data, (row) => (row.code === '' ? 0 : textWidth(row.code, keySize) + 10));
  const share = Math.max(
    36,
    widest(data, (row) => textWidth(row.share, labelSize, 700))
  );
  const count = widest(data, (row) => textWidth(row.count, keySize));
  const top = 6 + keyLines(usedSeries(data), width) * 20;
  const labelLeft = Math.min(code, width / 4);
  const shareRight = width - count - 12;
  if (phone) {
    const labelWidth = width - labelLeft;
    const barWidth = shareRight - share - 10;
    return { phone, labelLeft, labelWidth, barLeft: 0, barWidth, shareRight, rowHeight: 44, top };
  }
  const longest = widest(data, (row) => textWidth(row.label, labelSize));
  const labelWidth = Math.min(longest + 4, width * 0.42 - labelLeft);
  const barLeft = labelLeft + labelWidth + 12;
  const barWidth = Math.max(40, shareRight - share - 12 - barLeft);
  return { phone, labelLeft, labelWidth, barLeft, barWidth, shareRight, rowHeight: 25, top };
}

function rowMarks(
  row: ShareRow,
  top: number,
  series: ShareSeries[],
  layout: Layout,
  options: ChartOptions
): SVGElement[] {
  const { phone, labelLeft, labelWidth, shareRight, rowHeight } = layout;
  const { palette, width } = options;
  const y = top + 16.5;
  const yFigures = phone ? top + 36 : y;
  const rule = { x: 0, y: top, width, height: 1, fill: palette('rule') };
  return [
    element('rect', rule, options),
    text(
      clip(row.code, Math.max(0, labelLeft - 6), keySize),
      0,
      y,
      { size: keySize, fill: 'ink-3' },
      options
    ),
    text(clip(row.label, labelWidth, labelSize), labelLeft, y, { size: labelSize }, options),
    ...parts(row, series, top + rowHeight - (phone ? 20 : 20), layout, options),
    text(row.share, shareRight, yFigures, { size: labelSize, weight: 700, end: true }, options),
    text(row.count, width, yFigures, { size: keySize, fill: 'ink-2', end: true }, options)
  ];
}

function parts(
  { values, total, label }: ShareRow,
  series: ShareSeries[],
  y: number,
  { barLeft, barWidth }: Layout,
  options: ChartOptions
): SVGElement[] {
  if (total === 0) return [];
  let x = barLeft;
  return series.flatMap((part, i) => {
    const value = values[i] ?? 0;
    const width = (barWidth * value) / total;
    const box = { x, y, width: Math.max(0.5, width - (width > 3 ? 1 : 0)), height: barHeight };
    x += width;
    return value === 0
      ? []
      : partMarks(part, box, `${label}${words(options.locale).colon}${part.name}`, options);
  });
}

function partMarks(
  { fill, edge, hatched }: ShareSeries,
  box: { x: number; y: number; width: number; height: number },
  title: string,
  options: ChartOptions
): SVGElement[] {
  const { palette } = options;
  const outline: Record<string, string | number> =
    edge === undefined ? {} : { stroke: palette(edge), 'stroke-width': 1 };
  if (!hatched) return [element('rect', { ...box, fill: palette(fill), ...outline }, options, title)];
  const inner = {
    x: box.x + 0.5,
    y: box.y + 0.5,
    width: Math.max(0.5, box.width - 1),
    height: box.height - 1
  };
  return [
    ...hatchedBox(box, title, options),
    element('rect', { ...inner, fill: 'none', stroke: palette(edge ?? fill) }, options)
  ];
}

function usedSeries({ series, groups }: ShareRowsRows): ShareSeries[] {
  return series.filter((_, i) => groups.some(({ rows }) => rows.some(({ values }) => (values[i] ?? 0) > 0)));
}

function keyPlaces(series: ShareSeries[], width: number): { x: number; line: number }[] {
  let [x, line] = [0, 0];
  return series.map(({ name }) => {
    const own = square + 6 + textWidth(name, keySize) + 16;
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const place = { x, line };
    x += own;
    return place;
  });
}

function keyLines(series: ShareSeries[], width: number): number {
  const last = keyPlaces(series, width).at(-1);
  return last ? last.line + 1 : 0;
}

function keyMarks(data: ShareRowsRows, options: ChartOptions): SVGElement[] {
  const series = usedSeries(data);
  const places = keyPlaces(series, options.width);
  return series.flatMap((part, i) => {
    const { x = 0, line = 0 } = places[i] ?? {};
    const box = { x, y: line * 20 + 1, width: square, height: square };
    return [
      ...partMarks(part, box, part.name, options),
      text(part.name, x + square + 6, line * 20 + 11, { size: keySize, fill: 'ink-2' }, options)
    ];
  });
}
