import { atMost, say } from '#lib/i18n/wording.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** A count as a reader may see it: 0, 1 or 2 unsaid which, or not at all. */
export type Shown = number | 'under_3' | 'withheld';

/** What « under 3 » stops at. */
export const under = 3;

export function isKnown(shown: Shown): shown is number {
  return typeof shown === 'number';
}

/** The greatest value that the count may have, as far as it is shown. */
export function mostOf(shown: Shown): number | undefined {
  if (shown === 'withheld') return undefined;
  return shown === 'under_3' ? under - 1 : shown;
}

/** The least value that the count may have, as far as it is shown. */
export function leastOf(shown: Shown): number | undefined {
  if (shown === 'withheld') return undefined;
  return shown === 'under_3' ? 0 : shown;
}

export function maskedWords(locale: Locale): string {
  return say(locale, 'case masquée', 'masked cell');
}

/** `68`, `moins de 3`, `case masquée`. */
export function countWords(shown: Shown, locale: Locale): string {
  if (shown === 'withheld') return maskedWords(locale);
  return shown === 'under_3'
    ? say(locale, `moins de ${under}`, `fewer than ${under}`)
    : integer(shown, locale);
}

/** `68 sur 71`, `moins de 3 sur 35`, `case masquée`. */
export function ofWords(n: Shown, N: Shown, locale: Locale): string {
  if (n === 'withheld' || !isKnown(N)) return maskedWords(locale);
  return `${countWords(n, locale)} ${say(locale, 'sur', 'of')} ${integer(N, locale)}`;
}

/** `96 %`; `< 9 %` where fewer than 3 attain; empty where nothing may be said, a dash where nothing applies. */
export function shareWords(n: Shown, N: Shown, locale: Locale): string {
  if (n === 'withheld' || !isKnown(N)) return '';
  if (N === 0) return '–';
  return n === 'under_3' ? `<\u00a0${atMost(Math.min(1, under / N), locale)}` : percent(n / N, locale);
}

/** n ÷ N from 0 to 1; null where it is undefined or may not be said. */
export function shareOf(n: Shown, N: Shown): number | null {
  return isKnown(n) && isKnown(N) && N > 0 ? n / N : null;
}
