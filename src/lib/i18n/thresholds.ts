import { defaultThresholds, type Thresholds } from '#lib/maturity/publication/thresholds.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

const names: Record<keyof Thresholds, [fr: string, en: string]> = {
  products: ['Produits au moins', 'Products at least'],
  vendors: ['Éditeurs au moins', 'Vendors at least'],
  productsLeft: ['Produits restants, un éditeur mis à part', 'Products left, one vendor set aside'],
  vendorsLeft: ['Éditeurs restants, un éditeur mis à part', 'Vendors left, one vendor set aside'],
  medianFrom: ['Produits pour dire la médiane', 'Products to tell the median']
};

export function thresholdName(name: keyof Thresholds, locale: Locale): string {
  const [fr, en] = names[name];
  return say(locale, fr, en);
}

/** Why a threshold can't be set so. */
export function thresholdProblem(name: keyof Thresholds, given: string, locale: Locale): string {
  const least = defaultThresholds[name];
  return say(
    locale,
    `${thresholdName(name, locale)} : un nombre entier de ${least} à 1000, non « ${given} »`,
    `${thresholdName(name, locale)}: a whole number from ${least} to 1000, not “${given}”`
  );
}
