import Papa from 'papaparse';
import type { Cell, Table } from './table.ts';

/** `api`: comma, decimal point, no BOM. `spreadsheet-fr`: what a French Excel opens on a double click. */
export type Dialect = 'api' | 'spreadsheet-fr';

const byteOrderMark = '\ufeff';

function decimalComma(cell: Cell): Cell {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
}

/** The table as CSV text, null as empty; text that a spreadsheet would run as a formula is quoted as text. */
export function toCsv({ columns, rows }: Table, dialect: Dialect = 'api'): string {
  const french = dialect === 'spreadsheet-fr';
  const data = french ? rows.map((row) => row.map(decimalComma)) : rows;
  const body = Papa.unparse({ fields: columns, data }, { delimiter: french ? ';' : ',', escapeFormulae: true });
  return `${french ? byteOrderMark : ''}${body}\r\n`;
}
