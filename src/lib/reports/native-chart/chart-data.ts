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
export const labelWidths = { share: 0.17, count: 0.38 };

const longestLabel = 38;

function cut(label: string): string {
  const signs = [...label];
  return signs.length <= longestLabel
    ? label
    : `${signs
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`;
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
    categories: placed.map((row) => (row ? cut(row.label) : '')),
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
