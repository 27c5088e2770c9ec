import type { Chart, ChartOptions } from './chart.ts';
import { drawings, type Drawing } from './drawings.ts';

/** Draws whichever chart it is, in the document of the options. */
export function drawDrawing({ chart, rows }: Drawing, options: ChartOptions): SVGSVGElement {
  return (drawings[chart] as Chart<Drawing['rows']>)(rows, options);
}
