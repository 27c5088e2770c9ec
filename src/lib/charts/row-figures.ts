import * as Plot from '@observablehq/plot';
import { percent } from '#lib/i18n/format.ts';
import type { ChartOptions } from './chart.ts';

/** A row's own share, bold at the right end of the row. */
export function rowFigures(rows: { y: number; share: number }[], { palette, locale, width }: ChartOptions) {
  return Plot.text(rows, {
    x: width,
    y: 'y',
    text: ({ share }: { share: number }) => percent(share, locale),
    textAnchor: 'end',
    fontSize: 15,
    fontWeight: 700,
    fontVariant: 'tabular-nums',
    fill: palette('ink')
  });
}

/** What those shares are, above them. */
export function rowFiguresHead(head: string, y: number, { palette, width }: ChartOptions) {
  return Plot.text([head], {
    x: width,
    y,
    textAnchor: 'end',
    lineAnchor: 'bottom',
    fontSize: 12,
    fill: palette('ink-3')
  });
}
