import type { CriteriaLevelsRow } from '#lib/charts/criteria-levels.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import { wilson } from '#lib/maturity/interval.ts';
import type { Column } from '../../figure.ts';
import { attainedRow, attainedSeries } from '../attained-row.ts';
import type { CriterionShown, DossierCounts } from '../counts.ts';
import type { DossierCell, DossierFigure } from '../dossier.ts';
import { masked, maskedShare } from '../masked.ts';
import { countWords, isKnown, leastOf, mostOf, type Shown } from '../shown.ts';

/** By share attained or its bound, the most attained first; those that may not be placed last. */
export function ranked(criteria: readonly CriterionShown[]): CriterionShown[] {
  return [...criteria].sort((a, b) => bound(b) - bound(a) || size(b) - size(a));
}

function size({ applicable }: CriterionShown): number {
  return isKnown(applicable) ? applicable : 0;
}

function bound({ applicable, attained }: CriterionShown): number {
  const most = mostOf(attained);
  return most === undefined || !isKnown(applicable) || applicable === 0 ? -1 : most / applicable;
}

function ends({ applicable, attained }: CriterionShown): [DossierCell, DossierCell] {
  if (!isKnown(applicable) || !isKnown(attained)) {
    // a bound has no interval of its own
    const cell = attained === 'under_3' && isKnown(applicable) ? null : masked('withheld');
    return [cell, cell];
  }
  if (applicable === 0) return [null, null];
  const { low, high } = wilson(attained, applicable);
  return [low, high];
}

function columns(locale: Locale, mostLevels: number): Column[] {
  return [
    { label: 'Code', kind: 'text', joins: 'code' },
    { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
    { label: say(locale, 'Cible', 'Target'), kind: 'count' },
    { label: say(locale, 'Atteint', 'Attained'), kind: 'count', joins: 'fraction' },
    { label: 'N', kind: 'count' },
    { label: say(locale, 'Part', 'Share'), kind: 'share' },
    { label: say(locale, '95 %, de', '95%, from'), kind: 'share', ends: 'low' },
    { label: say(locale, 'à', 'to'), kind: 'share', ends: 'high' },
    ...Array.from({ length: mostLevels }, (_, i): Column => ({
      label: say(locale, `Niv. ${i + 1}`, `Lvl ${i + 1}`),
      kind: 'count'
    })),
    { label: say(locale, 'Sans réponse', 'No answer'), kind: 'count' },
    { label: say(locale, 'Non applicable', 'Not applicable'), kind: 'count' }
  ];
}

export function criteriaTable(criteria: readonly CriterionShown[], locale: Locale): DossierFigure['table'] {
  const mostLevels = Math.max(0, ...criteria.map(({ levels }) => levels.length));
  return {
    columns: columns(locale, mostLevels),
    rows: criteria.map((row) => [
      row.criterion.code,
      criterionName(row.criterion, locale),
      row.criterion.target,
      masked(row.attained),
      masked(row.applicable),
      maskedShare(row.attained, row.applicable),
      ...ends(row),
      ...Array.from({ length: mostLevels }, (_, i) => levelCell(row.levels[i])),
      masked(row.unanswered),
      masked(row.notApplicable)
    ])
  };
}

function levelCell(level: Shown | undefined): DossierCell {
  return level === undefined ? null : masked(level);
}

/** The row of the level drawing; undefined where a count may not be shown or the criterion applies to nobody. */
function levelRow(row: CriterionShown, locale: Locale): CriteriaLevelsRow | undefined {
  const { criterion, applicable: N, attained: n, unanswered, notApplicable } = row;
  const levels = row.levels.filter(isKnown);
  if (!isKnown(N) || !isKnown(n) || !isKnown(unanswered) || !isKnown(notApplicable) || N === 0)
    return undefined;
  if (levels.length < row.levels.length) return undefined;
  return {
    code: criterion.code,
    label: criterionName(criterion, locale),
    n,
    N,
    rate: n / N,
    ...wilson(n, N),
    levels: levels.map((products, i) => ({ level: i + 1, products })),
    target: criterion.target,
    applicable: N,
    unanswered,
    notApplicable
  };
}

function drawing(rows: readonly CriterionShown[], locale: Locale): DossierFigure['drawing'] {
  const applied = rows.filter(({ applicable }) => applicable !== 0);
  const levels = applied.flatMap((row) => levelRow(row, locale) ?? []);
  if (levels.length === 0 && applied.length === 0) return undefined;
  return levels.length === applied.length
    ? { chart: 'criteriaLevels', rows: levels }
    : { chart: 'shareRows', rows: rowsOf([{ title: '', rows: applied }], locale) };
}

export function rowsOf(groups: { title: string; rows: readonly CriterionShown[] }[], locale: Locale) {
  return {
    series: attainedSeries(locale),
    groups: groups.map(({ title, rows }) => ({
      title,
      rows: rows.map((row) =>
        attainedRow(row.criterion.code, criterionName(row.criterion, locale), row, locale)
      )
    }))
  };
}

function underHalf({ applicable, attained }: CriterionShown): boolean {
  const most = mostOf(attained);
  return most !== undefined && isKnown(applicable) && applicable > 0 && 2 * most < applicable;
}

function overHalf({ applicable, attained }: CriterionShown): boolean {
  const least = leastOf(attained);
  return least !== undefined && isKnown(applicable) && applicable > 0 && 2 * least >= applicable;
}

/** « Journalisation : 3 critères sur 5 sont déclarés atteints par moins de la moitié des produits concernés » */
function themeTitle(name: string, rows: readonly CriterionShown[], locale: Locale): string {
  const n = rows.filter(underHalf).length;
  const [only] = rows;
  if (rows.length === 1 && only)
    return say(
      locale,
      `${name} : ${quoted(criterionName(only.criterion, 'fr'), 'fr')} est déclaré à la cible par ${productsWords(only, 'fr')}`,
      `${name}: ${quoted(criterionName(only.criterion, 'en'), 'en')} is declared at target by ${productsWords(only, 'en')}`
    );
  if (n === 0)
    return say(
      locale,
      `${name} : chaque critère est déclaré atteint par la moitié au moins des produits concernés`,
      `${name}: every criterion is declared attained by half at least of the products concerned`
    );
  return say(
    locale,
    `${name} : ${count(n, 'criterion', 'fr')} sur ${integer(rows.length, 'fr')} ${isSingular(n, 'fr') ? 'est déclaré atteint' : 'sont déclarés atteints'} par moins de la moitié des produits concernés`,
    `${name}: ${integer(n, 'en')} of ${integer(rows.length, 'en')} criteria ${n === 1 ? 'is' : 'are'} declared attained by fewer than half of the products concerned`
  );
}

/** `8 produits sur 71`, `moins de 3 produits sur 35`. */
function productsWords({ applicable, attained }: CriterionShown, locale: Locale): string {
  const N = countWords(applicable, locale);
  const n = countWords(attained, locale);
  const one = isKnown(attained) && isSingular(attained, 'fr');
  return say(locale, `${n} ${one ? 'produit' : 'produits'} sur ${N}`, `${n} of ${N} products`);
}

/** What holds whatever the masked counts are: how many lie under the half at least, else at it or above. */
function boundTitle(name: string, rows: readonly CriterionShown[], locale: Locale): string {
  const low = rows.filter(underHalf).length;
  const high = rows.filter(overHalf).length;
  const [n, fr, en] =
    low > 0
      ? [low, 'moins de la moitié des', 'fewer than half of the']
      : [high, 'la moitié au moins des', 'half at least of the'];
  if (n === 0)
    return say(
      locale,
      `${name} : trop peu de produits ou d'éditeurs pour dire la part à la cible`,
      `${name}: too few products or vendors to tell the share at target`
    );
  return say(
    locale,
    `${name} : au moins ${count(n, 'criterion', 'fr')} sur ${integer(rows.length, 'fr')} ${isSingular(n, 'fr') ? 'est déclaré atteint' : 'sont déclarés atteints'} par ${fr} produits concernés`,
    `${name}: at least ${integer(n, 'en')} of ${integer(rows.length, 'en')} criteria ${n === 1 ? 'is' : 'are'} declared attained by ${en} products concerned`
  );
}

function safeTitle(theme: string, rows: readonly CriterionShown[], locale: Locale): string {
  const name = theme === '' ? say(locale, 'Sans thème', 'Without theme') : theme;
  return rows.every((row) => isKnown(row.applicable) && row.attained !== 'withheld')
    ? themeTitle(name, rows, locale)
    : boundTitle(name, rows, locale);
}

type FigureWords = Pick<DossierFigure, 'subline' | 'caption'>;

/** Of a drawing by level. */
function levelsWords(locale: Locale): FigureWords {
  return {
    subline: say(
      locale,
      'Produits concernés selon le niveau déclaré (niv.) ; longueur : part des produits concernés, sans réponse comprise',
      'Products concerned by declared level; length: share of the products concerned, no answer included'
    ),
    caption: say(
      locale,
      'N : produits auxquels le critère s’applique, non-réponses comprises. Intervalles de Wilson à 95 % : voir les tableaux.',
      'N: products to which the criterion applies, unanswered included. Wilson 95% intervals: see the tables.'
    )
  };
}

/** Of a drawing by what is at target. */
function sharesWords(locale: Locale): FigureWords {
  return {
    subline: say(
      locale,
      'Part des produits concernés qui atteignent la cible du critère',
      'Share of the products concerned that attain the criterion’s target'
    ),
    caption: say(
      locale,
      'N : produits auxquels le critère s’applique, non-réponses comprises.',
      'N: products to which the criterion applies, unanswered included.'
    )
  };
}

/** The criteria of one theme by level, on either side of the target. */
function themeFigure(
  theme: string,
  i: number,
  rows: readonly CriterionShown[],
  locale: Locale
): DossierFigure {
  const sorted = ranked(rows);
  const applied = sorted.filter(({ applicable }) => applicable !== 0);
  const drawn = drawing(sorted, locale);
  return {
    id: `criteria-${i + 1}`,
    title: safeTitle(theme, applied.length === 0 ? sorted : applied, locale),
    ...(drawn?.chart === 'criteriaLevels' ? levelsWords(locale) : sharesWords(locale)),
    drawing: drawn,
    ...(applied.every(({ attained }) => attained === 'withheld')
      ? {}
      : {
          native: { chart: 'shareRows', rows: rowsOf([{ title: '', rows: applied }], locale) },
          nativeWords: sharesWords(locale)
        }),
    table: criteriaTable(sorted, locale)
  };
}

/** One figure a theme, in the questionnaire's order. */
export function criteriaFigures({ criteria }: DossierCounts, locale: Locale): DossierFigure[] {
  const themes = [...new Set(criteria.map(({ criterion }) => criterion.theme))];
  return themes.map((theme, i) =>
    themeFigure(
      theme,
      i,
      criteria.filter(({ criterion }) => criterion.theme === theme),
      locale
    )
  );
}
