import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { atLeast, atMost, say } from '#lib/i18n/wording.ts';
import type { CriterionShown, DossierCounts } from '../counts.ts';
import type { DossierFigure } from '../dossier.ts';
import { isKnown, leastOf, mostOf } from '../shown.ts';
import { criteriaTable, ranked, rowsOf } from './criteria.ts';

const most = 5;

type Placed = CriterionShown & { applicable: number };

function placed(criteria: readonly CriterionShown[]): Placed[] {
  return ranked(criteria).flatMap((row) =>
    isKnown(row.applicable) && row.applicable > 0 && row.attained !== 'withheld'
      ? [{ ...row, applicable: row.applicable }]
      : []
  );
}

/** Tenths that all of the best reach for certain: the words hold exactly as they stand. */
function tenthsReached(best: Placed[]): number {
  return Math.min(
    ...best.map(({ attained, applicable }) => Math.floor((10 * (leastOf(attained) ?? 0)) / applicable))
  );
}

/** Tenths that none of the worst reaches. */
function tenthsMissed(worst: Placed[]): number {
  return Math.max(
    ...worst.map(({ attained, applicable }) => Math.floor((10 * (mostOf(attained) ?? 0)) / applicable) + 1)
  );
}

const frTenths = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const enTenths = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const frWords = ['Zéro', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq'];
const enWords = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five'];

function title(best: Placed[], worst: Placed[], locale: Locale): string {
  const [high, low, k] = [tenthsReached(best), tenthsMissed(worst), best.length];
  const isFewer = [...best, ...worst].some(({ applicable }) => applicable < 10);
  if (high === 0 || high === 10 || low >= 10 || k < 2 || isFewer) return plainTitle(best, worst, locale);
  const few = low === 1 ? "d'un sur dix" : `de ${frTenths[low]} sur dix`;
  return say(
    locale,
    `${frWords[k] ?? k} critères sont déclarés atteints par au moins ${frTenths[high]} produits sur dix, ${frTenths[k] ?? k} autres par moins ${few}`,
    `${enWords[k] ?? k} criteria are declared attained by at least ${enTenths[high]} products in ten, ${enTenths[k] ?? k} others by fewer than ${enTenths[low]} in ten`
  );
}

/** From the least to the most attained, in bounds that hold. */
function plainTitle(best: Placed[], worst: Placed[], locale: Locale): string {
  const [first, last] = [best[0], worst.at(-1)];
  if (!first || !last) return say(locale, 'Aucun critère à classer', 'No criterion to rank');
  const [high, low] = [leastOf(first.attained) ?? 0, mostOf(last.attained) ?? 0];
  const share = [atLeast(high / first.applicable, locale), atMost(low / last.applicable, locale)];
  const [isAll, isNone] = [high === first.applicable, low === 0];
  return say(
    locale,
    `Le critère le mieux atteint est déclaré à la cible par ${isAll ? 'tous les' : `au moins ${share[0]} des`} produits concernés, le moins atteint par ${isNone ? 'aucun' : `${share[1]} au plus`}`,
    `The most attained criterion is declared at target by ${isAll ? 'all' : `at least ${share[0]}`} of the products concerned, the least by ${isNone ? 'none' : `at most ${share[1]}`}`
  );
}

/** The most and the least attained criteria, five of each, fewer where there are fewer than ten. */
export function extremesFigure(
  { criteria, sizes }: DossierCounts,
  locale: Locale
): DossierFigure | undefined {
  const rows = placed(criteria);
  const k = Math.min(most, Math.floor(rows.length / 2));
  if (k === 0) return undefined;
  const [best, worst] = [rows.slice(0, k), rows.slice(-k)];
  const groups = [
    { title: say(locale, 'Les mieux atteints', 'The most attained'), rows: best },
    { title: say(locale, 'Les moins atteints', 'The least attained'), rows: worst }
  ];
  return {
    id: 'extremes',
    title: title(best, worst, locale),
    subline: say(
      locale,
      'Part des produits concernés qui atteignent la cible du critère',
      'Share of the products concerned that attain the criterion’s target'
    ),
    caption: say(
      locale,
      `${integer(sizes.products, 'fr')} produits ; pour chaque critère, ceux auxquels il s'applique, non-réponses comprises. Ordre : part atteinte, ou sa borne.`,
      `${integer(sizes.products, 'en')} products; for each criterion, those to which it applies, unanswered included. Order: share attained, or its bound.`
    ),
    drawing: { chart: 'shareRows', rows: rowsOf(groups, locale) },
    native: { chart: 'shareRows', rows: rowsOf(groups, locale) },
    table: criteriaTable([...best, ...worst], locale)
  };
}
