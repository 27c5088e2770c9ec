import type { CellContext } from './cell.ts';
import type { Grid } from './grid.ts';
import { Refused } from './refusal.ts';
import { readSharedStrings } from './shared-strings.ts';
import { hasData, readSheet } from './sheet.ts';
import { readStyles } from './styles.ts';
import { findParts, type SheetPart } from './workbook-parts.ts';
import type { Zip } from './zip.ts';

/**
 * One sheet of a workbook: the one asked for, else the first that holds data, visible ones before hidden ones. The names of
 * the others that hold data come with it.
 */
export async function readWorkbook(zip: Zip, asked: string | undefined): Promise<Grid> {
  const { sheets, sharedStrings, styles, is1904 } = await findParts(zip);
  const context: CellContext = {
    strings: await readSharedStrings(zip, sharedStrings),
    meanings: await readStyles(zip, styles),
    is1904
  };
  const wanted = asked === undefined ? undefined : named(sheets, asked);
  const filled = await withData(zip, sheets, context);
  const read = wanted ?? filled.find(({ isHidden }) => !isHidden) ?? filled[0];
  if (!read) return { container: 'xlsx', sheet: null, otherSheets: [], rows: [], lines: [], flaws: [] };
  const otherSheets = filled.filter((sheet) => sheet !== read).map(({ name }) => name);
  return {
    container: 'xlsx',
    sheet: read.name,
    otherSheets,
    ...(await readSheet(zip, read.part, context))
  };
}

async function withData(zip: Zip, sheets: SheetPart[], context: CellContext): Promise<SheetPart[]> {
  const filled: SheetPart[] = [];
  for (const sheet of sheets) if (await hasData(zip, sheet.part, context)) filled.push(sheet);
  return filled;
}

/** As a spreadsheet does, whatever the case of letters. */
function named(sheets: SheetPart[], asked: string): SheetPart {
  const key = (name: string) => name.trim().normalize('NFC').toLowerCase();
  const found = sheets.find(({ name }) => key(name) === key(asked));
  if (found) return found;
  const names = sheets.slice(0, 20).map(({ name }) => name.slice(0, 40));
  throw new Refused('sheet', { value: asked, detail: { sheets: names.join(', ') } });
}
