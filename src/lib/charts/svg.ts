import type { Chart, ChartOptions } from './chart.ts';
import { svgDocument } from './svg-document.ts';

const document = svgDocument();

// all but what XML 1.0 calls a character (its production 2): readers of SVG refuse the whole file for one of them, even escaped
export const unwritable = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Draws a chart where there is no browser: on the server, on the command line, in tests. */
export function toSvg<Rows>(chart: Chart<Rows>, rows: Rows, options: Omit<ChartOptions, 'document'>): string {
  return chart(rows, { ...options, document }).outerHTML.replace(unwritable, '');
}
