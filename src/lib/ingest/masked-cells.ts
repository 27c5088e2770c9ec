/** By an apostrophe, as `reports/csv.ts` and other careful programs write a text that a spreadsheet would run as a formula. */
const masked = /^'(?=[=+\-@\t\r])/;

/** The cells as they were before they were masked: the same ones where none is. */
export function unmaskedCells(cells: string[]): string[] {
  return cells.some((cell) => masked.test(cell)) ? cells.map((cell) => cell.replace(masked, '')) : cells;
}
