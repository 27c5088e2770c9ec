import { MAX_CELL_CHARACTERS } from './limits.ts';
import type { NumberMeaning } from './number-format.ts';
import { numberText } from './number-text.ts';
import { Refused } from './refusal.ts';
import { cellText } from './shared-strings.ts';

/** What a workbook's cells refer to. */
export interface CellContext {
  strings: string[];
  meanings: NumberMeaning[];
  is1904: boolean;
}

/** A cell as the sheet's XML has it. */
export interface WrittenCell {
  column: number;
  type: string;
  style: number;
  /** Undefined where there is no value at all. */
  value: string | undefined;
  formula: string | undefined;
  /** The text of a cell that holds it itself. */
  inline: string;
}

export type ReadCell = { text: string } | { reason: 'formula' | 'error'; value: string } | 'damaged';

/** The text of a cell as a person would type it; a formula stands for the result that was stored with it. */
export function readCell(cell: WrittenCell, context: CellContext): ReadCell {
  const { type, value, formula, inline } = cell;
  if (type === 'inlineStr') return { text: inline };
  if (value === undefined || (value === '' && type !== 'str'))
    return formula === undefined ? { text: '' } : { reason: 'formula', value: formulaText(formula) };
  if (type === 'e') return { reason: 'error', value };
  if (type === 'str') return { text: cellText(value) };
  if (type === 's') return sharedText(value, context);
  if (type === 'b') return { text: value === '1' || value === 'true' ? 'true' : 'false' };
  if (type === 'd') return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, '') };
  return numberOf(value, cell.style, context);
}

/** A formula that repeats one above is not written out again. */
function formulaText(formula: string): string {
  if (formula.length > MAX_CELL_CHARACTERS)
    throw new Refused('long_cell', { detail: { most: MAX_CELL_CHARACTERS } });
  return `=${formula === '' ? '…' : formula}`;
}

function sharedText(value: string, { strings }: CellContext): ReadCell {
  const text = strings[Number(value)];
  return text === undefined ? 'damaged' : { text };
}

function numberOf(value: string, style: number, { meanings, is1904 }: CellContext): ReadCell {
  const number = Number(value);
  if (!Number.isFinite(number)) return 'damaged';
  return { text: numberText(number, meanings[style] ?? 'number', is1904) };
}
