import { integer, percent, roundHalfUp } from '#lib/i18n/format.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier, DossierCell, DossierTable } from '../../dossier/dossier.ts';
import { typstText as text } from './typst-text.ts';

/** Where the ends of an interval stand in a table; its middle, the share, is the column before. */
export function intervalPlace({ columns }: DossierTable): number | undefined {
  const low = columns.findIndex(({ ends }) => ends === 'low');
  return low < 0 ? undefined : low;
}

/** « 39 à 67 % »: no end is said more closely than products can tell. */
function words(low: number, high: number, { locale }: Dossier): string {
  const [from, to] = [integer(roundHalfUp(low * 100), locale), percent(high, locale)];
  return say(locale, `${from} à ${to}`, `${from} to ${to}`);
}

/** Both cells of an interval: in words, and as a line on a scale from 0 to 100; blank where an end is not known. */
export function intervalCells(row: readonly DossierCell[], low: number, dossier: Dossier): string[] {
  const [middle, from, to] = [row[low - 1], row[low], row[low + 1]];
  if (typeof middle !== 'number' || typeof from !== 'number' || typeof to !== 'number')
    return [text(''), text('')];
  return [
    text(words(from, to, dossier)),
    `interval-line(${[from, middle, to].map((value) => value.toFixed(4)).join(', ')})`
  ];
}

export function intervalHeads({ locale }: Dossier): string[] {
  return [text(say(locale, 'Intervalle à 95 %', '95% interval')), 'scale'];
}
