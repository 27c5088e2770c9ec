import type { Band } from '#lib/maturity/bands.ts';
import type { Locale } from './locale.ts';

const nbsp = '\u00a0';

/** `moins de 20 %`, `20 à 60 %`, `80 % et plus`: a band's name in a sentence or above a drawing. */
export function bandName({ from, to }: Band, locale: Locale): string {
  return locale === 'fr' ? frenchName(from, to) : englishName(from, to);
}

/** `< 20 %`, `20–60 %`, `≥ 80 %`: where there is no room for the name. */
export function bandShortName({ from, to }: Band, locale: Locale): string {
  const sign = locale === 'fr' ? `${nbsp}%` : '%';
  if (from <= 0) return to >= 100 ? `0–100${sign}` : `<${nbsp}${to}${sign}`;
  return to >= 100 ? `≥${nbsp}${from}${sign}` : `${from}–${to}${sign}`;
}

function frenchName(from: number, to: number): string {
  if (from <= 0) return to >= 100 ? `0${nbsp}à 100${nbsp}%` : `moins de ${to}${nbsp}%`;
  return to >= 100 ? `${from}${nbsp}% et plus` : `${from}${nbsp}à ${to}${nbsp}%`;
}

function englishName(from: number, to: number): string {
  if (from <= 0) return to >= 100 ? '0 to 100%' : `under ${to}%`;
  return to >= 100 ? `${from}% and over` : `${from} to ${to}%`;
}
