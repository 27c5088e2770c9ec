/** The kind of file that holds a table, whatever its name says. */
export type Container = 'csv' | 'xlsx' | 'json' | 'parquet';

/** A cell whose value can't be known: an error such as #REF!, or a formula that was never calculated. */
export interface CellFlaw {
  line: number;
  column: number;
  reason: 'formula' | 'error';
  /** What stands in the cell, such as `=A1+1`. */
  value: string;
}

/** A table as its container gives it: all cells as text, the headings first, blank rows left out. */
export interface Grid {
  container: Container;
  /** The sheet that was read; null where the container has none. */
  sheet: string | null;
  /** Sheets that hold data too, and were not read. */
  otherSheets: string[];
  rows: string[][];
  /** Where each row stands: its number in a sheet, its line in a text, its record's number in Parquet. */
  lines: number[];
  flaws: CellFlaw[];
}
