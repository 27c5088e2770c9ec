import { parseHTML } from 'linkedom';
import type { Chart, ChartOptions } from './chart.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Draws a chart where there is no browser: on the server, on the command line, in tests. */
export function toSvg<Rows>(chart: Chart<Rows>, rows: Rows, options: Omit<ChartOptions, 'document'>): string {
  return chart(rows, { ...options, document: document as unknown as Document }).outerHTML;
}
