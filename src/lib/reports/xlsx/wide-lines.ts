import { columnName } from './sheet.ts';
import type { Look } from './styles.ts';
import { lineHeight, linesOf } from './text-lines.ts';

/** A line above or below a table, over as many columns as it needs to be read in a few lines. */
export interface WideLine {
  row: number;
  text: string;
  look: Look;
  /** The row's attributes. */
  height: string;
  /** The last column, from 0, that it lies over; 0 where it stands in its own cell. */
  over: number;
}

/** In characters of the normal font: a line as long as is read with ease, and a column without a width of its own. */
const [readable, usualColumn] = [100, 9];
/** What a title's larger letters leave of it; small ones have a little more. */
const [ofTitle, ofNote] = [0.78, 1.2];

/** The columns that lie under a line, and how many characters they hold. */
function span(widths: readonly number[]): { over: number; characters: number } {
  const table = widths.reduce((sum, width) => sum + width, 0);
  if (table >= readable) return { over: Math.max(0, widths.length - 1), characters: table };
  const more = Math.ceil((readable - table) / usualColumn);
  return { over: widths.length + more - 1, characters: table + more * usualColumn };
}

interface Asked {
  /** The row of the first, from 1. */
  from: number;
  widths: readonly number[];
  isHeading: boolean;
}

/** Long lines wrap over columns that are joined, so that no printed page is made small for them. */
export function wideLines(texts: readonly string[], { from, widths, isHeading }: Asked): WideLine[] {
  const { over, characters } = span(widths);
  return texts.map((text, i) => {
    const isTitle = isHeading && i === 0;
    const lines = linesOf(text, Math.floor(characters * (isTitle ? ofTitle : ofNote)));
    const row = { row: from + i, text, look: isTitle ? ('title' as const) : ('note' as const) };
    if (lines === 1) return { ...row, height: '', over: 0 };
    const height = ` ht="${Math.ceil(lines * lineHeight * (isTitle ? 1.4 : 1))}" customHeight="1"`;
    return { ...row, look: isTitle ? 'titleLines' : 'lines', height, over };
  });
}

/** The joined cells of lines that wrap. */
export function mergesXml(lines: readonly WideLine[]): string {
  const merged = lines.filter(({ over }) => over > 0);
  const cells = merged.map(({ row, over }) => `<mergeCell ref="A${row}:${columnName(over)}${row}"/>`);
  return cells.length === 0 ? '' : `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`;
}
