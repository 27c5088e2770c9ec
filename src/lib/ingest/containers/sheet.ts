import { readCell, type CellContext, type WrittenCell } from './cell.ts';
import { columnOf, rowNumber, withinColumns } from './cell-address.ts';
import type { CellFlaw, Grid } from './grid.ts';
import { Refused } from './refusal.ts';
import { padded, rowsInMemory, type RowsInMemory } from './rows-in-memory.ts';
import { richText } from './shared-strings.ts';
import { readPart } from './workbook-parts.ts';
import { damagedPart, type XmlHandlers } from './xml.ts';
import type { Zip } from './zip.ts';

/** A sheet's rows that hold something, each with its number, and the cells whose value is not known. */
export async function readSheet(
  zip: Zip,
  part: string,
  context: CellContext
): Promise<Pick<Grid, 'rows' | 'lines' | 'flaws'>> {
  const sheet = emptySheet(part, context);
  await readPart(zip, part, handlers(sheet));
  return { ...padded(sheet.into), flaws: sheet.flaws };
}

/** Whether a sheet holds anything; the rest of it is not read. */
export async function hasData(zip: Zip, part: string, context: CellContext): Promise<boolean> {
  const sheet = emptySheet(part, context);
  const isDone = () => sheet.into.rows.length > 0;
  await readPart(zip, part, { ...handlers(sheet), isDone });
  return isDone();
}

/** A sheet as it is read. */
interface Sheet {
  part: string;
  context: CellContext;
  into: RowsInMemory;
  flaws: CellFlaw[];
  row: number;
  cells: string[];
  hasFlaw: boolean;
  cell: WrittenCell;
  /** The element within the cell whose text is read. */
  inside: 'v' | 'f' | undefined;
  inline: ReturnType<typeof richText>;
}

/** A cell to be filled in: each has its own, so that nothing of one is left to the next. */
function blankCell(): WrittenCell {
  return { column: -1, type: 'n', style: 0, value: undefined, formula: undefined, inline: '' };
}

function emptySheet(part: string, context: CellContext): Sheet {
  return {
    part,
    context,
    into: rowsInMemory(),
    flaws: [],
    row: 0,
    cells: [],
    hasFlaw: false,
    cell: blankCell(),
    inside: undefined,
    inline: richText()
  };
}

function handlers(sheet: Sheet): XmlHandlers {
  return {
    open(name, attributes) {
      if (name === 'row') beginRow(sheet, attributes['r']);
      else if (name === 'c') beginCell(sheet, attributes);
      else beginInside(sheet, name);
    },
    text(text) {
      if (sheet.inside === 'v') sheet.cell.value += text;
      else if (sheet.inside === 'f') sheet.cell.formula += text;
      else sheet.inline.add(text);
    },
    close(name) {
      if (name === 'row') endRow(sheet);
      else if (name === 'c') endCell(sheet);
      else if (name === sheet.inside) sheet.inside = undefined;
      else sheet.inline.close(name);
    }
  };
}

/** Rows and cells that don't say where they stand follow the one before. */
function beginRow(sheet: Sheet, number: string | undefined): void {
  const row = rowNumber(number ?? String(sheet.row + 1), sheet.row);
  if (row === undefined) throw damagedPart(sheet.part);
  sheet.row = row;
  sheet.cells = [];
  sheet.hasFlaw = false;
  sheet.cell = blankCell();
}

function beginCell(sheet: Sheet, { r, t = 'n', s = '0' }: Record<string, string>): void {
  const column = r === undefined ? withinColumns(sheet.cell.column + 1) : columnOf(r);
  if (column === undefined || sheet.row === 0) throw damagedPart(sheet.part);
  sheet.cell = { ...blankCell(), column, type: t, style: Number(s) };
  sheet.inline.clear();
}

function beginInside(sheet: Sheet, name: string): void {
  if (name === 'v') sheet.cell.value = '';
  else if (name === 'f') sheet.cell.formula = '';
  else return sheet.inline.open(name);
  sheet.inside = name;
}

function endCell(sheet: Sheet): void {
  const { cell, cells, row } = sheet;
  if (cell.type === 'inlineStr') cell.inline = sheet.inline.value();
  const read = at(row, () => readCell(cell, sheet.context));
  if (read === 'damaged') throw damagedPart(sheet.part);
  if (!('text' in read)) {
    sheet.hasFlaw = true;
    sheet.flaws.push({ line: row, column: cell.column, ...read });
  } else if (read.text.trim() !== '') {
    while (cells.length <= cell.column) cells.push('');
    cells[cell.column] = read.text;
  }
}

function endRow(sheet: Sheet): void {
  sheet.into.add(sheet.cells, sheet.row, sheet.hasFlaw);
  sheet.cells = [];
}

/** Gives a refusal the row in which it came up. */
function at<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.refusal.reason, { ...error.refusal, line });
  }
}
