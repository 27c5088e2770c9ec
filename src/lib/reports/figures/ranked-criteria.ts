import type { CriterionRate } from '#lib/charts/ranked-criteria.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { atLeast, atMost, inWords, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Figure } from '../figure.ts';

const most = 5;

/** The criteria that apply to somebody, with their names, from least to most attained; ties: larger N first. */
function ranked(criteria: CriterionFigures[], questionnaire: Questionnaire, locale: Locale): CriterionRate[] {
  const names = new Map(questionnaire.criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)]));
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
    caption: say(
      locale,
      'n = produits à la cible, N = produits concernés. Trait : intervalle de confiance à 95 % (Wilson).',
      'n = products at target, N = products concerned. Line: 95% confidence interval (Wilson).'
    ),
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

function allTitle(rows: CriterionRate[], locale: Locale): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return say(locale, 'Aucun critère applicable', 'No applicable criterion');
  if (rows.length === 1) return say(locale, `Le seul critère est atteint par ${first.n} produit${first.n > 1 ? 's' : ''} sur ${first.N}`, `The only criterion is attained by ${first.n} of ${first.N} products`);
  return say(
    locale,
    `Du moins au mieux atteint : de ${atLeast(first.rate, locale)} à ${atMost(last.rate, locale)} des produits`,
    `From least to most attained: from ${atLeast(first.rate, locale)} to ${atMost(last.rate, locale)} of products`
  );
}

/**
 * The least and the most attained criteria, five of each; fewer, but the same number of each, where there are fewer
 * than ten, so that none is in both; all in one figure where there are fewer than four.
 */
export function rankedCriteriaFigures(criteria: CriterionFigures[], questionnaire: Questionnaire, locale: Locale): Figure[] {
  const rows = ranked(criteria, questionnaire, locale);
  if (rows.length < 4) return [figure('criteria-all', allTitle(rows, locale), rows, criteria.length, locale)];
  const k = Math.min(most, Math.floor(rows.length / 2));
  const [worst, best] = [rows.slice(0, k), rows.slice(-k).sort((a, b) => b.rate - a.rate || b.N - a.N)];
  const number = inWords(k, locale);
  const worstTitle = say(
    locale,
    `Les ${number} moins atteints : au plus ${atMost(worst.at(-1)?.rate ?? 0, locale)} des produits`,
    `The ${number} least attained: at most ${atMost(worst.at(-1)?.rate ?? 0, locale)} of products`
  );
  const bestTitle = say(
    locale,
    `Les ${number} mieux atteints : au moins ${atLeast(best.at(-1)?.rate ?? 0, locale)} des produits`,
    `The ${number} most attained: at least ${atLeast(best.at(-1)?.rate ?? 0, locale)} of products`
  );
  return [
    figure('criteria-worst', worstTitle, worst, criteria.length, locale),
    figure('criteria-best', bestTitle, best, criteria.length, locale)
  ];
}

/** The least and most attained criterion, for a sentence; undefined where fewer than two apply to somebody. */
export function extremeCriteria(criteria: CriterionFigures[], questionnaire: Questionnaire, locale: Locale) {
  const rows = ranked(criteria, questionnaire, locale);
  const [worst, best] = [rows[0], rows.at(-1)];
  return worst && best && rows.length > 1 ? { worst, best } : undefined;
}

