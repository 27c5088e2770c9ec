import type { Locale } from '#lib/i18n/locale.ts';
import { atLeast, atMost, count, say } from '#lib/i18n/wording.ts';
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

/** Where all criteria are alike; one whose count is masked may be another way. */
function uniformTitle(criteria: readonly CriterionShown[], locale: Locale): string | undefined {
  const applied = criteria.filter(({ applicable }) => applicable !== 0);
  if (applied.every(({ attained, applicable }) => isKnown(attained) && attained === applicable))
    return say(
      locale,
      'Chaque critère est déclaré à la cible par tous les produits concernés',
      'Every criterion is declared at target by all of the products concerned'
    );
  if (applied.every(({ attained }) => attained === 0))
    return say(
      locale,
      'Aucun critère n’est déclaré à la cible par un seul des produits concernés',
      'No criterion is declared at target by any of the products concerned'
    );
  return undefined;
}

/** From the least to the most attained, in bounds that hold. */
function plainTitle(best: Placed[], worst: Placed[], locale: Locale): string {
  const [first, last] = [best[0], worst.at(-1)];
  if (!first || !last) return say(locale, 'Aucun critère à classer', 'No criterion to rank');
  const high = Math.max(...best.map(({ attained, applicable }) => (leastOf(attained) ?? 0) / applicable));
  if (high === 0) return boundedTitle(first, locale);
  const low = (mostOf(last.attained) ?? 0) / last.applicable;
  if (last.attained === last.applicable)
    return say(
      locale,
      'Chaque critère publié est déclaré à la cible par tous les produits concernés',
      'Every criterion published is declared at target by all of the products concerned'
    );
  const share = [atLeast(high, locale), atMost(low, locale)];
  const [isAll, isNone] = [high === 1, low === 0];
  return say(
    locale,
    `Le critère le mieux atteint est déclaré à la cible par ${isAll ? 'tous les' : `au moins ${share[0]} des`} produits concernés, le moins atteint par ${isNone ? 'aucun' : `${share[1]} au plus`}`,
    `The most attained criterion is declared at target by ${isAll ? 'all' : `at least ${share[0]}`} of the products concerned, the least by ${isNone ? 'none' : `at most ${share[1]}`}`
  );
}

/** Where no count is known to be more than 0: what none of those shown is over. */
function boundedTitle({ attained, applicable }: Placed, locale: Locale): string {
  const share = atMost((mostOf(attained) ?? 0) / applicable, locale);
  return say(
    locale,
    `Chaque critère publié est déclaré à la cible par ${share} au plus des produits concernés`,
    `Every criterion published is declared at target by at most ${share} of the products concerned`
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
    title: uniformTitle(criteria, locale) ?? title(best, worst, locale),
    subline: say(
      locale,
      'Part des produits concernés qui atteignent la cible du critère',
      'Share of the products concerned that attain the criterion’s target'
    ),
    caption: say(
      locale,
      `${count(sizes.products, 'product', 'fr')} ; pour chaque critère, ceux auxquels il s'applique, non-réponses comprises. Ordre : part atteinte, ou sa borne.`,
      `${count(sizes.products, 'product', 'en')}; for each criterion, those to which it applies, unanswered included. Order: share attained, or its bound.`
    ),
    drawing: { chart: 'shareRows', rows: rowsOf(groups, locale) },
    native: { chart: 'shareRows', rows: rowsOf(groups, locale) },
    table: criteriaTable([...best, ...worst], locale)
  };
}
