import { MAX_CELLS, MAX_COLUMNS, MAX_TEXT_CHARACTERS } from './limits.ts';
import { Refused } from './refusal.ts';
import type { Grid } from './grid.ts';

/** So many rows from the first may be headings; the width of a table is theirs. */
const headingRows = 2;

/** Rows as they come, held against the limits. */
export interface RowsInMemory {
  rows: string[][];
  lines: number[];
  add(cells: string[], line: number, isKept?: boolean): void;
}

/** Blank rows are left out, unless they are to be kept for a cell without a value. Throws Refused. */
export function rowsInMemory(): RowsInMemory {
  const [rows, lines]: [string[][], number[]] = [[], []];
  let [cellCount, characters, width] = [0, 0, 0];
  return {
    rows,
    lines,
    add(cells, line, isKept = false) {
      const last = cells.findLastIndex((cell) => cell !== '' && cell.trim() !== '');
      if (last < 0 && !isKept) return;
      if (last >= MAX_COLUMNS) throw new Refused('columns', { line, detail: { most: MAX_COLUMNS } });
      if (rows.length < headingRows) width = Math.max(width, last + 1);
      cellCount += Math.max(width, last + 1);
      for (const cell of cells) characters += cell.length;
      if (cellCount > MAX_CELLS || characters > MAX_TEXT_CHARACTERS)
        throw new Refused('cells', { line, detail: { most: MAX_CELLS } });
      rows.push(cells.slice(0, last + 1));
      lines.push(line);
    }
  };
}

/** Rows end at their last filled cell, which says nothing of a container other than text: as wide as the headings. */
export function padded({ rows, lines }: RowsInMemory): Pick<Grid, 'rows' | 'lines'> {
  const width = Math.max(0, ...rows.slice(0, headingRows).map((cells) => cells.length));
  for (const cells of rows) while (cells.length < width) cells.push('');
  return { rows, lines };
}
