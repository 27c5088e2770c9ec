import { startsFormula } from '../formula-start.ts';
import type { Cell } from '../table.ts';
import type { Column } from '../figure.ts';
import { xmlHead, xmlText } from '../xml-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { columnName, headerRow, type Sheet } from './sheet.ts';
import { lookId, type Look } from './styles.ts';
import { mergesXml, wideLines, type WideLine } from './wide-lines.ts';
import { lineHeight, linesOf } from './text-lines.ts';

/** In characters of the normal font. */
const [narrowest, widest] = [9, 60];
/** A sheet of two columns is read, not reckoned with. */
const widestOfTwo = 105;
const rowsMeasured = 500;

function width(column: Column, cells: Cell[], most: number): number {
  const longestWord = Math.max(0, ...column.label.split(' ').map(({ length }) => length));
  const contents = cells.map((cell) => (typeof cell === 'string' ? cell.length : 0));
  return Math.min(most, Math.max(narrowest, longestWord + 3, ...contents) + 1);
}

function widthsOf({ columns, rows }: Sheet): number[] {
  const measured = rows.slice(0, rowsMeasured);
  return columns.map((column, i) =>
    width(
      column,
      measured.map((row) => row[i] ?? null),
      columns.length === 2 ? widestOfTwo : widest
    )
  );
}

function columnsXml(widths: number[]): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  );
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** A column's width counts digits, which are wider than letters are on average. */
const lettersPerWidth = 1.15;
/** What bold letters leave of it. */
const bold = 0.8;

/** Not every program makes a row as high as its texts: rows of more than a line say how high they are. */
function heightOf(cells: Cell[], widths: number[]): string {
  const most = Math.max(
    1,
    ...cells.map((cell, i) =>
      typeof cell === 'string' ? linesOf(cell, Math.floor((widths[i] ?? widest) * lettersPerWidth)) : 1
    )
  );
  return most > 1 ? ` ht="${most * lineHeight}" customHeight="1"` : '';
}

type CellWriter = (cell: Cell, address: string, look: Look) => string;

function cellWriter(strings: SharedStrings): CellWriter {
  return (cell, address, look) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${address}" s="${lookId(look)}"><v>${cell}</v></c>`;
    const safe = startsFormula(cell) ? 'quoted' : look;
    return `<c r="${address}" s="${lookId(safe)}" t="s"><v>${strings.idOf(cell)}</v></c>`;
  };
}

function rowXml(number: number, cells: string[], height = ''): string {
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

/** Words would touch the digits at their left. */
function isAfterNumbers({ columns }: Sheet, column: number): boolean {
  return column > 0 && columns[column - 1]?.kind !== 'text';
}

function headLook(sheet: Sheet, kind: Column['kind'], column: number): Look {
  if (kind !== 'text') return 'headOfNumbers';
  return isAfterNumbers(sheet, column) ? 'headAfterNumbers' : 'head';
}

function headXml(sheet: Sheet, write: CellWriter, widths: number[]): string {
  const number = headerRow(sheet);
  return rowXml(
    number,
    sheet.columns.map(({ label, kind }, i) =>
      write(label, `${columnName(i)}${number}`, headLook(sheet, kind, i))
    ),
    heightOf(
      sheet.columns.map(({ label }) => label),
      widths.map((width) => width * bold)
    )
  );
}

function lookOf(sheet: Sheet, row: number, column: number): Look {
  const kind = sheet.columns[column]?.kind ?? 'plain';
  if (sheet.isMasked?.(row, column)) return 'masked';
  if (typeof sheet.rows[row]?.[column] === 'number') return kind;
  if (kind !== 'text' && kind !== 'plain') return 'words';
  return isAfterNumbers(sheet, column) ? 'textAfterNumbers' : 'text';
}

function bodyXml(sheet: Sheet, write: CellWriter, widths: number[]): string[] {
  const names = sheet.columns.map((_, i) => columnName(i));
  const first = headerRow(sheet) + 1;
  return sheet.rows.map((row, r) =>
    rowXml(
      first + r,
      row.map((cell, i) => write(cell, `${names[i]}${first + r}`, lookOf(sheet, r, i))),
      heightOf(row, widths)
    )
  );
}

function filterXml(sheet: Sheet): string {
  if (sheet.columns.length === 0 || sheet.rows.length === 0) return '';
  const head = headerRow(sheet);
  return `<autoFilter ref="A${head}:${columnName(sheet.columns.length - 1)}${head + sheet.rows.length}"/>`;
}

function viewXml(sheet: Sheet, isFirst: boolean): string {
  const head = headerRow(sheet);
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`;
  const attributes = `showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  return `<sheetViews><sheetView ${attributes}>${sheet.columns.length > 0 ? pane : ''}</sheetView></sheetViews>`;
}

/** On every printed page: what the file may not be parted from, and the page's number. */
function footerXml(footer: string): string {
  if (footer === '') return '';
  const words = `&L&8${footer.replace(/&/g, '&&')}&R&8&P / &N`;
  return `<headerFooter><oddFooter>${xmlText(words)}</oddFooter></headerFooter>`;
}

/** A sheet of the workbook. A number is a number whatever its column; `after` comes last, such as a drawing. */
export function sheetXml(
  sheet: Sheet,
  strings: SharedStrings,
  { isFirst, after, footer = '' }: { isFirst: boolean; after: string; footer?: string }
): string {
  const write = cellWriter(strings);
  const widths = widthsOf(sheet);
  const below = headerRow(sheet) + sheet.rows.length + 2;
  const heading = wideLines(sheet.heading ?? [], { from: 1, widths, isHeading: true });
  const notes = wideLines(sheet.notes ?? [], { from: below, widths, isHeading: false });
  const lines = (of: WideLine[]) =>
    of.map(({ row, text, look, height }) => rowXml(row, [write(text, `A${row}`, look)], height));
  const rows = [
    ...lines(heading),
    ...(sheet.columns.length > 0 ? [headXml(sheet, write, widths)] : []),
    ...bodyXml(sheet, write, widths),
    ...lines(notes)
  ];
  return `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(sheet, isFirst)}<sheetFormatPr defaultRowHeight="${lineHeight}"/>${columnsXml(widths)}<sheetData>${rows.join('')}</sheetData>${filterXml(sheet)}${mergesXml([...heading, ...notes])}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${footerXml(footer)}${after}</worksheet>`;
}
