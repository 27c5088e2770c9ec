import type { NativeChart } from '../dossier/dossier.ts';
import { chartData } from './chart-data.ts';

/** What the chart says, for those who can't see it. */
export function alternative(native: NativeChart, title: string): string {
  const { categories, series } = chartData(native);
  const rows = categories.flatMap((category, i) => {
    const typed = series.flatMap(({ texts }) => texts?.[i] ?? []).filter((text) => text !== '');
    const said = typed.length > 0 ? typed.join(', ') : String(series[0]?.values[i] ?? '');
    return category === '' ? [] : [`${category} : ${said}`];
  });
  return `${title}. ${rows.join(' ; ')}`.slice(0, 1500);
}
