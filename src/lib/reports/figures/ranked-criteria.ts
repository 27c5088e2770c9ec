import type { CriterionRate } from '#lib/charts/ranked-criteria.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { atLeast, atMost, count, inWords, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Figure } from '../figure.ts';
import { wilsonNote } from '../wilson-note.ts';

const most = 5;

/** The criteria that apply to somebody, with their names, from least to most attained; ties: larger N first. */
function ranked(criteria: CriterionFigures[], questionnaire: Questionnaire, locale: Locale): CriterionRate[] {
  const names = new Map(
    questionnaire.criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)])
  );
  return criteria
    .flatMap(({ code, attained, applicable, rate, low, high }) =>
      rate === null || low === null || high === null
        ? []
        : [{ code, label: names.get(code) ?? code, n: attained, N: applicable, rate, low, high }]
    )
    .sort((a, b) => a.rate - b.rate || b.N - a.N);
}

function figure(id: string, title: string, rows: CriterionRate[], total: number, locale: Locale): Figure {
  return {
    id,
    title,
    subline: say(
      locale,
      `Part des produits concernés qui sont à la cible, parmi ${total === 1 ? "l'unique critère" : `les ${total} critères`}`,
      `Share of the products concerned that are at target, among ${total === 1 ? 'the only criterion' : `the ${total} criteria`}`
    ),
    caption:
      say(
        locale,
        'n = produits à la cible, N = produits concernés. Trait : intervalle de confiance à 95 % (Wilson).',
        'n = products at target, N = products concerned. Line: 95% confidence interval (Wilson).'
      ) + wilsonNote(locale),
    drawing: rows.length === 0 ? undefined : { chart: 'rankedCriteria', rows },
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
        { label: say(locale, 'Intervalle, de', 'Interval, from'), kind: 'share' },
        { label: say(locale, 'à', 'to'), kind: 'share' }
      ],
      rows: rows.map(({ code, label, n, N, rate, low, high }) => [code, label, n, N, rate, low, high])
    }
  };
}

function onlyTitle({ n, N }: CriterionRate, total: number, locale: Locale): string {
  const only = say(
    locale,
    total === 1 ? 'Le seul critère est atteint' : 'Le seul critère applicable est atteint',
    total === 1 ? 'The only criterion is attained' : 'The only applicable criterion is attained'
  );
  return (
    only +
    say(locale, ` par ${count(n, 'product', 'fr')} sur ${N}`, ` by ${n} of ${count(N, 'product', 'en')}`)
  );
}

function allTitle(rows: CriterionRate[], total: number, locale: Locale): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return say(locale, 'Aucun critère applicable', 'No applicable criterion');
  if (rows.length === 1) return onlyTitle(first, total, locale);
  const [low, high] = [percent(first.rate, locale), percent(last.rate, locale)];
  if (low === high)
    return say(
      locale,
      `Tous les critères sont atteints par ${low} des produits`,
      `All criteria are attained by ${low} of products`
    );
  return say(
    locale,
    `Du moins au mieux atteint : de ${low} à ${high} des produits`,
    `From least to most attained: from ${low} to ${high} of products`
  );
}

function between(a: CriterionRate, b: CriterionRate, locale: Locale): string {
  const [from, to] = [percent(a.rate, locale), percent(b.rate, locale)];
  return from === to ? from : say(locale, `de ${from} à ${to}`, `from ${from} to ${to}`);
}

/** « au plus », unless that is 100 % or all are alike: then it would say nothing. */
function worstTitle(
  rows: CriterionRate[],
  first: CriterionRate,
  last: CriterionRate,
  locale: Locale
): string {
  const most = atMost(last.rate, locale);
  const share =
    first.rate === last.rate || most === percent(1, locale)
      ? between(first, last, locale)
      : say(locale, `au plus ${most}`, `at most ${most}`);
  const number = inWords(rows.length, locale);
  return say(
    locale,
    `Les ${number} moins atteints : ${share} des produits`,
    `The ${number} least attained: ${share} of products`
  );
}

function bestTitle(rows: CriterionRate[], first: CriterionRate, last: CriterionRate, locale: Locale): string {
  const least = atLeast(last.rate, locale);
  const share =
    first.rate === last.rate || least === percent(0, locale)
      ? between(first, last, locale)
      : say(locale, `au moins ${least}`, `at least ${least}`);
  const number = inWords(rows.length, locale);
  return say(
    locale,
    `Les ${number} mieux atteints : ${share} des produits`,
    `The ${number} most attained: ${share} of products`
  );
}

/**
 * The least and the most attained criteria, five of each; fewer, but the same number of each, where there are fewer
 * than ten, so that none is in both; all in one figure where there are fewer than four.
 */
export function rankedCriteriaFigures(
  criteria: CriterionFigures[],
  questionnaire: Questionnaire,
  locale: Locale
): Figure[] {
  const rows = ranked(criteria, questionnaire, locale);
  const k = Math.min(most, Math.floor(rows.length / 2));
  const [worst, best] = [rows.slice(0, k), rows.slice(-k).sort((a, b) => b.rate - a.rate || b.N - a.N)];
  const [lowest, lowestButFew, highest, highestButFew] = [worst[0], worst.at(-1), best[0], best.at(-1)];
  if (rows.length < 4 || !lowest || !lowestButFew || !highest || !highestButFew) {
    return [figure('criteria-all', allTitle(rows, criteria.length, locale), rows, criteria.length, locale)];
  }
  return [
    figure('criteria-worst', worstTitle(worst, lowest, lowestButFew, locale), worst, criteria.length, locale),
    figure('criteria-best', bestTitle(best, highest, highestButFew, locale), best, criteria.length, locale)
  ];
}

/** The least and most attained criterion, for a sentence; undefined where fewer than two apply to somebody. */
export function extremeCriteria(criteria: CriterionFigures[], questionnaire: Questionnaire, locale: Locale) {
  const rows = ranked(criteria, questionnaire, locale);
  const [worst, best] = [rows[0], rows.at(-1)];
  return worst && best && rows.length > 1 ? { worst, best } : undefined;
}
