import type { Chart, ChartOptions } from './chart.ts';
import { svgDocument } from './svg-document.ts';

const document = svgDocument();

// characters that XML can't hold, even escaped: readers of SVG refuse the whole file for one of them
// eslint-disable-next-line no-control-regex
export const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Draws a chart where there is no browser: on the server, on the command line, in tests. */
export function toSvg<Rows>(chart: Chart<Rows>, rows: Rows, options: Omit<ChartOptions, 'document'>): string {
  return chart(rows, { ...options, document }).outerHTML.replace(unwritable, '');
}
