import type { Locale } from '#lib/i18n/locale.ts';
import { formatCell } from '../format-cell.ts';
import type { ColumnKind } from '../figure.ts';
import type { DossierCell } from './dossier.ts';
import { isMasked } from './masked.ts';
import { countWords, shareWords } from './shown.ts';

/** A cell as people read it: masked ones in words, « < 9 % » where a count is under 3. */
export function cellWords(cell: DossierCell, kind: ColumnKind, locale: Locale): string {
  if (!isMasked(cell)) return formatCell(cell, kind, locale);
  return cell.of === undefined ? countWords(cell.masked, locale) : shareWords(cell.masked, cell.of, locale);
}
