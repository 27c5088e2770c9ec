import type { Locale } from '#lib/i18n/locale.ts';
import { formatCell } from '../format-cell.ts';
import type { ColumnKind } from '../figure.ts';
import type { DossierCell } from './dossier.ts';
import { isMasked } from './masked.ts';
import { countWords } from './shown.ts';

/** A cell as people read it: masked ones in words. */
export function cellWords(cell: DossierCell, kind: ColumnKind, locale: Locale): string {
  return isMasked(cell) ? countWords(cell.masked, locale) : formatCell(cell, kind, locale);
}
