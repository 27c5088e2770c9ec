import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { CriterionData } from '../criterion-data.ts';
import type { Figure } from '../figure.ts';
import { fewPeers } from '../product-data.ts';
import { corridorName } from './corridors.ts';
import { levelCells, levelColumns, levelRows, mostLevelsOf } from './level-rows.ts';
import { wilsonNote } from '../wilson-note.ts';

/** One row of levels: a corridor, a campaign, or all. */
export interface NamedLevels {
  label: string;
  figures: CriterionFigures;
}

/** Rows of levels as a figure: drawing and table, under words of the caller's. */
export function levelsFigure(
  head: string,
  rows: NamedLevels[],
  words: Pick<Figure, 'id' | 'title' | 'subline' | 'caption'>,
  locale: Locale
): Figure {
  const shown = rows.flatMap(({ label, figures }) => levelRows(figures, '', label));
  const mostLevels = mostLevelsOf(rows.map(({ figures }) => figures));
  return {
    ...words,
    drawing: shown.length === 0 ? undefined : { chart: 'levelsBy', rows: { head, rows: shown } },
    table: {
      columns: [{ label: head, kind: 'text' }, ...levelColumns(mostLevels, locale)],
      rows: rows.map(({ label, figures }) => [label, ...levelCells(figures, mostLevels)])
    }
  };
}

/** Products that declare the level just below the target. */
export function oneShort({ levels, target }: CriterionFigures): number {
  return levels.find(({ level }) => level === target - 1)?.products ?? 0;
}

function title({ figures }: CriterionData, locale: Locale): string {
  const { attained, applicable } = figures;
  if (applicable === 0) return say(locale, 'Aucun produit concerné', 'No product concerned');
  const one = oneShort(figures);
  const n = integer(attained, locale);
  const at = say(
    locale,
    `${count(attained, 'product', 'fr')} sur ${integer(applicable, locale)} à la cible`,
    `${n} of ${count(applicable, 'product', 'en')} at target`
  );
  const close = say(
    locale,
    `${integer(one, locale)} ${isSingular(one, 'fr') ? 'autre' : 'autres'} à un niveau près`,
    `${integer(one, locale)} more one level below`
  );
  return one === 0 ? at : `${at}, ${close}`;
}

function caution({ corridors }: CriterionData, locale: Locale): string {
  const few = corridors.filter(({ applicable }) => applicable > 0 && applicable < fewPeers).length;
  const none = corridors
    .filter(({ applicable }) => applicable === 0)
    .map(({ corridor }) => corridorName(corridor, locale));
  return (
    (few === 0
      ? ''
      : say(
          locale,
          ` Moins de ${fewPeers} produits concernés dans ${count(few, 'corridor', 'fr')} : lire la part avec prudence.`,
          ` Fewer than ${fewPeers} products concerned in ${count(few, 'corridor', 'en')}: read the share with caution.`
        )) +
    (none.length === 0
      ? ''
      : say(
          locale,
          ` Aucun produit concerné : ${none.join(', ')}.`,
          ` No product concerned: ${none.join(', ')}.`
        ))
  );
}

/** The levels over all products in view, then by corridor where there are several. */
export function criterionLevelsFigure(data: CriterionData, locale: Locale): Figure {
  const all = { label: say(locale, 'Ensemble', 'All'), figures: data.figures };
  const corridors = data.corridors.map((figures) => {
    const name = corridorName(figures.corridor, locale);
    return { label: name.charAt(0).toUpperCase() + name.slice(1), figures };
  });
  return levelsFigure(
    say(locale, 'Couloir', 'Corridor'),
    corridors.length > 1 ? [all, ...corridors] : [all],
    {
      id: 'levels',
      title: title(data, locale),
      subline: say(
        locale,
        'Produits concernés selon le niveau déclaré, de part et d’autre de la cible',
        'Products concerned by declared level, on either side of the target'
      ),
      caption:
        say(
          locale,
          'n = produits à la cible, N = produits concernés. Trait clair : intervalle de confiance à 95 % (Wilson). Les nombres dans les barres sont des produits. Sans réponse : compté comme non atteint. Une différence entre couloirs peut tenir au hasard.',
          'n = products at target, N = products concerned. Pale line: 95% confidence interval (Wilson). The numbers in the bars are products. No answer: counted as not attained. A difference between corridors can be due to chance.'
        ) +
        wilsonNote(locale) +
        caution(data, locale)
    },
    locale
  );
}
