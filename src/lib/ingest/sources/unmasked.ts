import type { Table } from '../table.ts';

/** The table without the apostrophe that a tool puts before what a spreadsheet would run as a formula. */
export function unmasked(table: Table, mask: RegExp): Table {
  const rows = table.rows.map((cells) =>
    cells.some((cell) => mask.test(cell))
      ? cells.map((cell) => (mask.test(cell) ? cell.slice(1) : cell))
      : cells
  );
  return { ...table, rows };
}
