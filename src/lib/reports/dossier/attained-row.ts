import type { ShareRow, ShareSeries } from '#lib/charts/share-rows.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Attained } from './counts.ts';
import { isKnown, ofWords, shareWords, under, type Shown } from './shown.ts';

/** What the rows of attained of applicable are cut into; the last two only where a count is under 3. */
export function attainedSeries(locale: Locale): ShareSeries[] {
  return [
    { name: say(locale, 'à la cible ou au-dessus', 'at target or above'), fill: 'attained' },
    { name: say(locale, 'sous la cible', 'below target'), fill: 'short-2' },
    { name: say(locale, 'sans réponse', 'no answer'), fill: 'rule' },
    { name: say(locale, 'moins de 3', 'fewer than 3'), fill: 'ground', edge: 'attained', hatched: true },
    { name: say(locale, 'les autres', 'the others'), fill: 'none', edge: 'rule-strong' }
  ];
}

/** Below target and unanswered apart where both may be told apart, else together as « the others ». */
function values(n: Shown, N: number, unanswered: Shown): number[] {
  if (n === 'withheld') return [0, 0, 0, 0, 0];
  if (n === 'under_3') return [0, 0, 0, Math.min(under, N), Math.max(0, N - under)];
  return isKnown(unanswered) ? [n, N - n - unanswered, unanswered, 0, 0] : [n, 0, 0, 0, N - n];
}

/** One row, 100 % of those concerned. */
export function attainedRow(
  code: string,
  label: string,
  { applicable, attained, unanswered = 'withheld' }: Attained & { unanswered?: Shown },
  locale: Locale
): ShareRow {
  const N = isKnown(applicable) ? applicable : 0;
  return {
    code,
    label,
    values: N === 0 ? [0, 0, 0, 0, 0] : values(attained, N, unanswered),
    total: N,
    share: shareWords(attained, applicable, locale),
    count: ofWords(attained, applicable, locale)
  };
}
