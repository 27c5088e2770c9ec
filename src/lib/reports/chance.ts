import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { significance } from '#lib/maturity/evolution.ts';

/** Whether chance would seldom do as much: at or under the threshold. */
export function isFinding(p: number | null): boolean {
  return p !== null && p <= significance;
}

/** `5 %`: the threshold of a finding. */
export function threshold(locale: Locale): string {
  return integer(significance * 100, locale) + (locale === 'fr' ? '\u00a0%' : '%');
}

/** `p = 0,014`, `p < 0,001`. */
export function pValue(p: number, locale: Locale): string {
  const least = 0.001;
  return p < least ? `p\u00a0<\u00a0${decimal(least, locale, 3)}` : `p\u00a0=\u00a0${decimal(p, locale, 3)}`;
}
