import type { Markish } from '@observablehq/plot';
import { fifths, guides, lines, ticks, type Place } from './axis.ts';
import type { ChartOptions } from './chart.ts';
import { draw } from './frame.ts';
import { rowFigures, rowFiguresHead } from './row-figures.ts';

/** From a drawing's top to its first row. */
export const rowsTop = 24;

/** What the figures at the rows' right take, from the axis's end. */
export const figureColumn = 76;

export interface RateRow {
  /** Where it begins, and the middle of its marks. */
  top: number;
  y: number;
  /** Written at its right, from 0 to 1. */
  share: number;
}

interface RateRows {
  rows: RateRow[];
  rowHeight: number;
  at: Place;
  /** Over the figures. */
  heading: string;
  /** What the rows show, from the back to the front. */
  marks: Markish[];
}

/** Rows of shares on one axis from 0 to 100, a hairline between them and a figure at the right of each. */
export function rateRows(
  { rows, rowHeight, at, heading, marks }: RateRows,
  options: ChartOptions
): SVGSVGElement {
  const bottom = rowsTop + rows.length * rowHeight;
  return draw(
    bottom,
    [
      lines(
        rows.slice(1).map(({ top }) => top),
        options
      ),
      guides(fifths, at, rowsTop - 2, bottom, options),
      ticks(fifths, at, rowsTop - 8, options),
      rowFiguresHead(heading, rowsTop - 8, options),
      ...marks,
      rowFigures(
        rows.map(({ y, share }) => ({ y, share })),
        options
      )
    ],
    options
  );
}
