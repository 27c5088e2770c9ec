import type { Drawing } from '#lib/charts/drawings.ts';
import type { Cell } from './table.ts';

/**
 * How a column's cells are written: a change of a count with its sign, a share from 0 to 1 as a percentage, a point as a
 * difference of shares × 100, a probability with three decimals, a coefficient with two, hundredths of a point with
 * their sign.
 */
export type ColumnKind =
  'text' | 'count' | 'change' | 'share' | 'points' | 'probability' | 'coefficient' | 'hundredths';

export interface Column {
  label: string;
  kind: ColumnKind;
  /** An end of the interval around the share in the column before: paper draws both as a line. */
  ends?: 'low' | 'high';
  /** Paper writes it before the next column's label, or as n of the next column's N, in one cell. */
  joins?: 'code' | 'fraction';
}

/** The rows that a figure shows, unrounded. */
export interface FigureTable {
  columns: Column[];
  rows: Cell[][];
}

/** One figure in one language: what pages show, downloads hold and reports print. */
export interface Figure {
  /** Its name in addresses and file names. */
  id: string;
  /** The finding, in one sentence made of the numbers that the figure shows. */
  title: string;
  /** The unit, and what each mark is. */
  subline: string;
  /** What a statistic says, in one plain sentence for those who don't know it. */
  meaning?: string;
  /** N, the rule of its denominator, cautions. */
  caption: string;
  /** Absent where there is nothing to draw. */
  drawing?: Drawing;
  table: FigureTable;
}
