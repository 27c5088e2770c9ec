import { xlsx } from '../xlsx/workbook.ts';
import type { Sheet } from '../xlsx/sheet.ts';
import type { ChartData } from './chart-data.ts';
import { onSlide } from './chart-place.ts';

/** The sheet behind a chart: categories, then a column a series, then the labels that were typed. */
export function chartSheet({ categories, series }: ChartData): Sheet {
  const typed = series.filter(({ texts }) => texts !== undefined);
  return {
    name: onSlide.sheet,
    columns: [
      { label: ' ', kind: 'text' },
      ...series.map(({ name }) => ({ label: name, kind: 'coefficient' as const })),
      ...typed.map(({ name }) => ({ label: `${name} `, kind: 'text' as const }))
    ],
    rows: categories.map((category, i) => [
      category,
      ...series.map(({ values }) => values[i] ?? 0),
      ...typed.map(({ texts }) => texts?.[i] ?? '')
    ])
  };
}

export function chartWorkbook(data: ChartData, date: string): Uint8Array<ArrayBuffer> {
  return xlsx({ title: 'Palier', date, sheets: [chartSheet(data)] });
}
