import type { Chart, ChartOptions } from './chart.ts';
import { drawings, pieces, type Drawing, type Piece } from './drawings.ts';

const all: Record<string, unknown> = { ...drawings, ...pieces };

/** Draws whichever chart or piece it is, in the document of the options. */
export function drawDrawing({ chart, rows }: Drawing | Piece, options: ChartOptions): SVGSVGElement {
  return (all[chart] as Chart<typeof rows>)(rows, options);
}
