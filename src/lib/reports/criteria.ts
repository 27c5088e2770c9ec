import { criterionName, criterionQuestion } from '#lib/i18n/criterion-name.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { CriterionFigures, ThemeFigures } from '#lib/maturity/figures.ts';
import { levelGaps } from '#lib/maturity/level-gaps.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { themesOf } from '#lib/maturity/theme-figures.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { criteriaFigure } from './figures/criteria.ts';
import { wilsonNote } from './wilson-note.ts';

export const criteriaSorts = ['theme', 'rate', '-rate', 'code'] as const;
export type CriteriaSort = (typeof criteriaSorts)[number];

/** One line of the table: the figures with what names them, and the rows that its small drawings take. */
export interface CriteriaLine extends CriterionFigures {
  label: string;
  question: string;
  obligation: string;
  condition: string;
  /** Products in view: what the not applicable are counted out of. */
  products: number;
  /** Absent where the criterion applies to nobody. */
  interval?: { code: string; label: string; n: number; N: number; rate: number; low: number; high: number };
  bar: { levels: CriterionFigures['levels']; target: number; applicable: number; unanswered: number };
  notApplicableBar: { products: number; total: number };
}

export interface CriteriaGroup {
  theme?: ThemeFigures;
  tick?: { rate: number };
  unanswered: number;
  notApplicable: number;
  lines: CriteriaLine[];
}

export interface CriteriaReport {
  headline: string;
  lede: string[];
  title: string;
  subline: string;
  caption: string;
  groups: CriteriaGroup[];
  total: {
    criteria: number;
    applicable: number;
    attained: number;
    rate: number | null;
    unanswered: number;
    notApplicable: number;
  };
  figures: Figure[];
}

export interface CriteriaData {
  criteria: CriterionFigures[];
  themes: ThemeFigures[];
  questionnaire: Questionnaire;
  products: number;
  gaps: { gaps: number; one: number };
}

async function read(store: Store, { view }: AskedView): Promise<CriteriaData> {
  const [criteria, questionnaire, overview] = await Promise.all([
    store.read((db) => attainment.byCriterion(db, view)),
    questionnaires.known(store, view.questionnaireId),
    store.read((db) => attainment.overview(db, view))
  ]);
  const { products } = overview;
  return { criteria, themes: themesOf(criteria), questionnaire, products, gaps: levelGaps(criteria) };
}

/** In whole numbers, so that a quarter exactly is not under a quarter. */
function underQuarter({ attained, applicable }: CriterionFigures): boolean {
  return applicable > 0 && 4 * attained < applicable;
}

function overThreeQuarters({ attained, applicable }: CriterionFigures): boolean {
  return applicable > 0 && 4 * attained > 3 * applicable;
}

function headline(criteria: CriterionFigures[], locale: Locale): string {
  const rated = criteria.filter(({ applicable }) => applicable > 0);
  const n = rated.filter(underQuarter).length;
  const N = integer(rated.length, locale);
  if (rated.length === 0)
    return say(
      locale,
      'Aucun critère ne s’applique à ces produits',
      'No criterion applies to these products'
    );
  if (n === 0)
    return say(
      locale,
      'Chaque critère est déclaré atteint par un quart au moins des produits concernés',
      'Every criterion is declared attained by at least a quarter of the products concerned'
    );
  return say(
    locale,
    `${count(n, 'criterion', 'fr')} sur ${N} ${isSingular(n, 'fr') ? 'est déclaré atteint' : 'sont déclarés atteints'} par moins d'un quart des produits concernés`,
    `${integer(n, locale)} of ${N} criteria ${n === 1 ? 'is' : 'are'} declared attained by fewer than a quarter of the products concerned`
  );
}

function lede(criteria: CriterionFigures[], total: CriteriaReport['total'], locale: Locale): string[] {
  if (total.applicable === 0) return [];
  const n = criteria.filter(overThreeQuarters).length;
  return [
    say(
      locale,
      `${count(n, 'criterion', 'fr')} ${isSingular(n, 'fr') ? "l'est" : 'le sont'} par plus des trois quarts. Toutes réponses réunies, la cible est atteinte ${integer(total.attained, locale)} fois sur ${integer(total.applicable, locale)}, soit `,
      `${integer(n, locale)} ${n === 1 ? 'criterion is' : 'criteria are'} declared attained by more than three quarters. All answers together, the target is attained ${integer(total.attained, locale)} times out of ${integer(total.applicable, locale)}, or `
    ),
    percent(total.rate, locale, 1),
    '.'
  ];
}

function title({ gaps }: CriteriaData, locale: Locale): string {
  if (gaps.gaps === 0)
    return say(locale, 'Aucun niveau déclaré n’est sous la cible', 'No declared level is below the target');
  const share = percent(gaps.one / gaps.gaps, locale);
  return say(
    locale,
    `${share} des écarts déclarés sont à un seul niveau de la cible`,
    `${share} of declared gaps are one level below the target`
  );
}

function lineOf(
  row: CriterionFigures,
  { questionnaire, products }: CriteriaData,
  locale: Locale
): CriteriaLine {
  const criterion = questionnaire.criteria.find(({ code }) => code === row.code);
  const label = criterion ? criterionName(criterion, locale) : row.code;
  const { code, attained: n, applicable: N, rate, low, high, levels, target, applicable, unanswered } = row;
  return {
    ...row,
    label,
    question: criterion ? criterionQuestion(criterion, locale) : '',
    obligation: criterion?.obligation ?? '',
    condition: criterion?.condition ?? '',
    products,
    interval:
      rate === null || low === null || high === null ? undefined : { code, label, n, N, rate, low, high },
    bar: { levels, target, applicable, unanswered },
    notApplicableBar: { products: row.notApplicable, total: products }
  };
}

function sum(
  rows: CriterionFigures[],
  what: 'applicable' | 'attained' | 'unanswered' | 'notApplicable'
): number {
  return rows.reduce((total, row) => total + row[what], 0);
}

/** The order of definition: the most attained first within a theme, those that apply to nobody last. */
function byRateDown(a: CriterionFigures, b: CriterionFigures): number {
  return (b.rate ?? -1) - (a.rate ?? -1) || b.applicable - a.applicable;
}

function themeGroups(lines: CriteriaLine[], themes: ThemeFigures[]): CriteriaGroup[] {
  return themes.map((theme) => {
    const own = lines.filter((line) => line.theme === theme.theme).sort(byRateDown);
    return {
      theme,
      tick: theme.rate === null ? undefined : { rate: theme.rate },
      unanswered: sum(own, 'unanswered'),
      notApplicable: sum(own, 'notApplicable'),
      lines: own
    };
  });
}

function groupsOf(lines: CriteriaLine[], themes: ThemeFigures[], sort: CriteriaSort): CriteriaGroup[] {
  if (sort === 'theme') return themeGroups(lines, themes);
  const sorted = [...lines];
  if (sort === '-rate') sorted.sort(byRateDown);
  if (sort === 'rate') sorted.sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2) || b.applicable - a.applicable);
  return [
    { lines: sorted, unanswered: sum(lines, 'unanswered'), notApplicable: sum(lines, 'notApplicable') }
  ];
}

function write(data: CriteriaData, sort: CriteriaSort, locale: Locale): CriteriaReport {
  const { criteria, themes, products } = data;
  const [applicable, attained] = [sum(criteria, 'applicable'), sum(criteria, 'attained')];
  const total = {
    criteria: criteria.length,
    applicable,
    attained,
    rate: applicable === 0 ? null : attained / applicable,
    unanswered: sum(criteria, 'unanswered'),
    notApplicable: sum(criteria, 'notApplicable')
  };
  const lines = criteria.map((row) => lineOf(row, data, locale));
  const words = {
    title: title(data, locale),
    subline: say(
      locale,
      'Produits concernés selon le niveau déclaré, de part et d’autre de la cible du critère',
      'Products concerned by declared level, on either side of the criterion’s target'
    ),
    caption:
      say(
        locale,
        `n = produits à la cible, N = produits concernés (applicables, ${integer(products, locale)} au plus). Trait clair : intervalle de confiance à 95 % (Wilson) ; trait vertical : thème entier. Les longueurs d'une barre sont des parts de N ; les nombres sont des produits. Sans réponse : compté comme non atteint. « cond. » : critère conditionnel.`,
        `n = products at target, N = products concerned (applicable, ${integer(products, locale)} at most). Pale line: 95% confidence interval (Wilson); upright line: the whole theme. A bar's lengths are shares of N; the numbers are products. No answer: counted as not attained. “cond.”: conditional criterion.`
      ) + wilsonNote(locale)
  };
  return {
    headline: headline(criteria, locale),
    lede: lede(criteria, total, locale),
    ...words,
    groups: groupsOf(lines, themes, sort),
    total,
    figures: [criteriaFigure(lines, words, locale)]
  };
}

/** The criteria of what was asked, as the table of criteria shows them; cached with their drawings. */
export function criteriaReport(
  store: Store,
  asked: AskedView,
  sort: CriteriaSort,
  locale: Locale
): Promise<CriteriaReport> {
  const of = [asked.campaign.id];
  const data = () => cached(store, `criteria internal ${asked.key}`, () => read(store, asked), of);
  const key = `criteria report internal ${sort} ${locale} ${asked.key}`;
  return cached(store, key, async () => write(await data(), sort, locale), of);
}
