import type { Column } from '../figure.ts';
import type { Cell } from '../table.ts';

/** A native chart beside a sheet's table. */
export interface SheetChart {
  xml: string;
  /** What it says, for those who can't see it. */
  alternative: string;
  /** In centimetres. */
  width: number;
  height: number;
}

/** One sheet: a table, with what is said above and below it. */
export interface Sheet {
  /** Shortened and made unique where a workbook couldn't take it. */
  name: string;
  /** Lines above the table, the first as its title; without them the columns' names stand in the first row. */
  heading?: string[];
  columns: Column[];
  rows: Cell[][];
  /** Whether a cell is withheld: hatched, whatever words it holds. */
  isMasked?(row: number, column: number): boolean;
  /** Lines below the table. */
  notes?: string[];
  chart?: SheetChart;
}

/** The row, from 1, that holds the columns' names. */
export function headerRow({ heading = [] }: Sheet): number {
  return heading.length === 0 ? 1 : heading.length + 2;
}

/** `A`, `Z`, `AA`: a column from 0, as cells are addressed. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
