import { wrap } from '#lib/charts/text-width.ts';
import type { ShareRow, ShareSeries } from '#lib/charts/share-rows.ts';
import type { ColumnsRows, NativeChart } from '../dossier/dossier.ts';

/** A series of a chart with its values, one a category; `texts` stand as labels that were typed. */
export interface ChartSeries {
  name: string;
  values: number[];
  series?: ShareSeries;
  texts?: string[];
  /** « share » in bold and larger. */
  look?: 'share' | 'count';
}

/** What a chart and the sheet behind it hold alike. */
export interface ChartData {
  categories: string[];
  series: ChartSeries[];
}

/** Widths of the labels at the right of the bars, in wholes of a bar. */
export const labelWidths = { share: 0.19, count: 0.47 };

/** The room left of the bars and the size of labels there, in points on a slide. */
const labelRoom = { width: 270, size: 18 };
const mostRowsOfTwoLines = 7;

/**
 * Two lines where rows are as high; of many rows one: some office programs leave out every other label where two might
 * touch.
 */
export function labelLines(rows: number): 1 | 2 {
  return rows <= mostRowsOfTwoLines ? 2 : 1;
}

function fitted(label: string, lines: number): string {
  return wrap(label, labelRoom.width, labelRoom.size, lines).join(' ');
}

/** The rows with a blank one before each group, where its title or the names of the colours stand. */
export function placedRows({ rows }: Extract<NativeChart, { chart: 'shareRows' }>): (ShareRow | undefined)[] {
  return rows.groups.flatMap((group) => [undefined, ...group.rows]);
}

function shareData(native: Extract<NativeChart, { chart: 'shareRows' }>): ChartData {
  const placed = placedRows(native);
  const used = native.rows.series
    .map((series, i) => ({ series, i }))
    .filter(({ i }) => placed.some((row) => (row?.values[i] ?? 0) > 0));
  return {
    categories: placed.map((row) => (row ? fitted(row.label, labelLines(placed.length)) : '')),
    series: [
      ...used.map(({ series, i }) => ({
        name: series.name,
        series,
        values: placed.map((row) => (row && row.total > 0 ? (row.values[i] ?? 0) / row.total : 0))
      })),
      ...(['share', 'count'] as const).map((look) => ({
        name: look === 'share' ? '%' : 'n / N',
        look,
        texts: placed.map((row) => row?.[look] ?? ''),
        values: placed.map((row) => labelWidths[look] + emptyBar(row, look))
      }))
    ]
  };
}

/** A row without a bar keeps its labels in their places. */
function emptyBar(row: ShareRow | undefined, look: 'share' | 'count'): number {
  const isEmpty = !row || row.total === 0 || row.values.every((value) => value === 0);
  return isEmpty && look === 'share' ? 1 : 0;
}

function columnsData({ series, columns }: ColumnsRows): ChartData {
  return {
    categories: columns.map(({ label }) => label),
    series: [{ name: series, values: columns.map(({ value }) => value) }]
  };
}

export function chartData(native: NativeChart): ChartData {
  return native.chart === 'columns' ? columnsData(native.rows) : shareData(native);
}
