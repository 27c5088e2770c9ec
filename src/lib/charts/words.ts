import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';

interface Words {
  product: [one: string, many: string];
  of: string;
  median: string;
  overall: string;
  criterion: string;
  share: string;
  attained: string;
  attainedBy: string;
  interval: string;
  to: string;
  before: string;
  after: string;
  short: string;
  reached: string;
  target: string;
  beyond: string;
  level: [one: string, many: string];
  /** Before a level's number where there is little room. */
  levelShort: string;
  colon: string;
  atTarget: string;
  aboveTarget: string;
  unanswered: [one: string, many: string];
  notApplicable: [one: string, many: string];
  middleHalf: string;
}

const french: Words = {
  product: ['produit', 'produits'],
  of: 'sur',
  median: 'médiane',
  overall: 'ensemble',
  criterion: 'Critère',
  share: 'Part',
  attained: 'Atteinte',
  attainedBy: 'Produits à la cible, %',
  interval: 'intervalle de confiance à 95\u00a0%',
  to: 'à',
  before: 'avant',
  after: 'maintenant',
  short: 'sous la cible',
  reached: 'cible atteinte',
  target: 'cible',
  beyond: 'au-delà',
  level: ['niveau', 'niveaux'],
  levelShort: 'niv.',
  colon: '\u00a0: ',
  atTarget: 'à la cible',
  aboveTarget: 'au-delà de la cible',
  unanswered: ['sans réponse', 'sans réponse'],
  notApplicable: ['non applicable', 'non applicables'],
  middleHalf: 'moitié centrale'
};

const english: Words = {
  product: ['product', 'products'],
  of: 'of',
  median: 'median',
  overall: 'overall',
  criterion: 'Criterion',
  share: 'Share',
  attained: 'Attained',
  attainedBy: 'Products at target, %',
  interval: '95% confidence interval',
  to: 'to',
  before: 'before',
  after: 'now',
  short: 'below target',
  reached: 'target attained',
  target: 'target',
  beyond: 'above',
  level: ['level', 'levels'],
  levelShort: 'level',
  colon: ': ',
  atTarget: 'at target',
  aboveTarget: 'above target',
  unanswered: ['unanswered', 'unanswered'],
  notApplicable: ['not applicable', 'not applicable'],
  middleHalf: 'middle half'
};

/** The few words that drawings hold. */
export function words(locale: Locale): Words {
  return locale === 'fr' ? french : english;
}

/** `0 produit`, `1 produit`, `2 produits`; English has `0 products`. */
export function counted(count: number, [one, many]: [string, string], locale: Locale): string {
  const singular = locale === 'fr' ? count < 2 : count === 1;
  return `${integer(count, locale)}\u00a0${singular ? one : many}`;
}

export function products(count: number, locale: Locale): string {
  return counted(count, words(locale).product, locale);
}

/** `34 produits sur 71, 47,9 %`: a share never goes without its counts. */
export function productsOf(n: number, N: number, locale: Locale, decimals = 0): string {
  const share = N > 0 ? `, ${percent(n / N, locale, decimals)}` : '';
  return `${products(n, locale)} ${words(locale).of} ${integer(N, locale)}${share}`;
}
