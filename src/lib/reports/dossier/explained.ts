import type { ShareRow } from '#lib/charts/share-rows.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { DossierFigure } from './dossier.ts';
import { isMasked } from './masked.ts';
import { countWords, maskedWords } from './shown.ts';

function rowsOf({ drawing }: DossierFigure): ShareRow[] {
  return drawing?.chart === 'shareRows' ? drawing.rows.groups.flatMap(({ rows }) => rows) : [];
}

/** « moins de 3 » is drawn as a bound: what the hatched bar says; empty where no row of the drawing has one. */
export function boundNote(figure: DossierFigure, locale: Locale): string {
  const bound = countWords('under_3', locale);
  return rowsOf(figure).some(({ count }) => count.startsWith(bound))
    ? say(
        locale,
        'Moins de 3 : nombre non publié ; la barre hachurée va jusqu’à 3.',
        'Fewer than 3: number not published; the hatched bar goes to 3.'
      )
    : '';
}

/** Why a row of the drawing has words in place of a bar; empty where every one has a bar. */
export function maskedRowNote(figure: DossierFigure, locale: Locale): string {
  return rowsOf(figure).some(({ count }) => count === maskedWords(locale))
    ? capitalised(maskedNote(locale))
    : '';
}

function isMaskedAnywhere({ table: { rows } }: DossierFigure): boolean {
  return rows.some((row) => row.some((cell) => isMasked(cell) && cell.masked === 'withheld'));
}

/** What « m » stands for in the figure's table; empty where it holds none. */
export function maskedTableNote(figure: DossierFigure, locale: Locale): string {
  return isMaskedAnywhere(figure) ? `${say(locale, '« m »,', '“m”,')} ${maskedNote(locale)}` : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a masked cell is, as a sentence goes on. */
function maskedNote(locale: Locale): string {
  return say(
    locale,
    'case masquée : trop peu de produits ou d’éditeurs, ou masquée pour qu’une autre ne se retrouve pas par soustraction.',
    'masked cell: too few products or vendors, or masked so that another can’t be found by subtraction.'
  );
}
