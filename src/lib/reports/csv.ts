import Papa from 'papaparse';
import { startsFormula } from './formula-start.ts';
import type { Cell, Table } from './table.ts';

/** `api`: comma, decimal point, no BOM. `spreadsheet-fr`: what a French Excel opens on a double click. */
export type Dialect = 'api' | 'spreadsheet-fr';

const byteOrderMark = '\ufeff';

/** Numbers aren't text: a negative one stays as it is. */
function asText(cell: Cell): Cell {
  return typeof cell === 'string' && startsFormula(cell) ? `'${cell}` : cell;
}

function decimalComma(cell: Cell): Cell {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
}

/** The table as CSV text, null as empty; text that a spreadsheet would run as a formula is quoted as text. */
export function toCsv({ columns, rows }: Table, dialect: Dialect = 'api'): string {
  const french = dialect === 'spreadsheet-fr';
  const escaped = rows.map((row) => row.map(asText));
  const data = french ? escaped.map((row) => row.map(decimalComma)) : escaped;
  // a heading may be a text of somebody's too: an attribute's name
  const body = Papa.unparse([columns.map(asText), ...data], { delimiter: french ? ';' : ',' });
  return `${french ? byteOrderMark : ''}${body}\r\n`;
}
