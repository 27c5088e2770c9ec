import { wrap } from '#lib/charts/text-width.ts';
import type { ShareRow, ShareSeries } from '#lib/charts/share-rows.ts';
import type { ColumnsRows, NativeChart } from '../dossier/dossier.ts';
import { labelSize, rowsLayout, type RowsLayout } from './rows-layout.ts';

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

/** What is cut begins with its code, so that rows that begin alike can be told apart. */
function fitted({ code, label }: ShareRow, { room, lines }: RowsLayout): string {
  const fit = (text: string) => wrap(text, room, labelSize, lines).join(' ');
  const own = fit(label);
  return own === label.replace(/ +/g, ' ') || code === '' ? own : fit(`${code} ${label}`);
}

/** The rows with a blank one before each group, where its title or the names of the colours stand. */
export function placedRows({ rows }: Extract<NativeChart, { chart: 'shareRows' }>): (ShareRow | undefined)[] {
  return rows.groups.flatMap((group) => [undefined, ...group.rows]);
}

/** What is not known of a row but to be the rest of it has no name. */
function nameOf({ name, fill }: ShareSeries): string {
  return fill === 'none' ? ' ' : name;
}

/** Where labels, bars and counts of a chart of rows stand. */
export function layoutOf({ rows }: Extract<NativeChart, { chart: 'shareRows' }>): RowsLayout {
  return rowsLayout(rows.groups.flatMap((group) => group.rows));
}

function shareData(native: Extract<NativeChart, { chart: 'shareRows' }>): ChartData {
  const placed = placedRows(native);
  const layout = layoutOf(native);
  const used = native.rows.series
    .map((series, i) => ({ series, i }))
    .filter(({ i }) => placed.some((row) => (row?.values[i] ?? 0) > 0));
  return {
    categories: placed.map((row) => (row ? fitted(row, layout) : '')),
    series: [
      ...used.map(({ series, i }) => ({
        name: nameOf(series),
        series,
        values: placed.map((row) => (row && row.total > 0 ? (row.values[i] ?? 0) / row.total : 0))
      })),
      ...(['share', 'count'] as const).map((look) => ({
        name: look === 'share' ? '%' : 'n / N',
        look,
        texts: placed.map((row) => row?.[look] ?? ''),
        values: placed.map((row) => layout[look] + emptyBar(row, look))
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
