import type { Locale } from '#lib/i18n/locale.ts';
import { formatCell } from '../format-cell.ts';
import type { ColumnKind } from '../figure.ts';
import type { Cell } from '../table.ts';
import type { DossierCell, Masked } from './dossier.ts';
import { isMasked } from './masked.ts';
import { countWords, shareWords } from './shown.ts';

/** A masked cell in words, « < 9 % » where a count is under 3. */
function maskedWords({ masked, of }: Masked, locale: Locale): string {
  return of === undefined ? countWords(masked, locale) : shareWords(masked, of, locale);
}

/** A cell as people read it. */
export function cellWords(cell: DossierCell, kind: ColumnKind, locale: Locale): string {
  return isMasked(cell) ? maskedWords(cell, locale) : formatCell(cell, kind, locale);
}

/** A cell as a spreadsheet holds it: masked ones in words, all others as they are. */
export function sheetCell(cell: DossierCell, locale: Locale): Cell {
  return isMasked(cell) ? maskedWords(cell, locale) : cell;
}
