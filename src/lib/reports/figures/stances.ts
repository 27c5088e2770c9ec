import type { BarPart, StackedBarsRows } from '#lib/charts/stacked-bars.ts';
import type { Token } from '#lib/charts/tokens.ts';
import { stanceWord } from '#lib/i18n/consultation.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { colon, counted, isSingular } from '#lib/i18n/wording.ts';
import type { StanceCounts } from '#lib/maturity/consultation.ts';
import { stances, type Stance } from '#lib/maturity/stance.ts';

/** Ochre and blue mean a target: stances go from pale to dark instead, the opposed darkest. */
const fills: Record<Stance, { fill: Token; ink: Token }> = {
  favourable: { fill: 'none', ink: 'ink' },
  reserved: { fill: 'ink-3', ink: 'ground' },
  opposed: { fill: 'ink', ink: 'ground' }
};

const order: readonly Stance[] = [...stances].reverse();

/** « 12 avis opposés ». */
export function opinionsWords(n: number, stance: Stance, locale: Locale): string {
  if (locale === 'en')
    return counted(n, [`${stanceWord(stance, 'en')} opinion`, `${stanceWord(stance, 'en')} opinions`], 'en');
  return `${integer(n, 'fr')}\u00a0avis ${stanceWord(stance, 'fr', !isSingular(n, 'fr'))}`;
}

/** The parts of a bar, the opposed first. */
export function stanceParts(counts: StanceCounts, name: string, locale: Locale): BarPart[] {
  return order.map((stance) => ({
    n: counts[stance],
    ...fills[stance],
    words: `${name}${colon(locale)} ${opinionsWords(counts[stance], stance, locale)}`
  }));
}

export function stanceKey(locale: Locale): StackedBarsRows['key'] {
  return order.map((stance) => ({ name: stanceWord(stance, locale, true), fill: fills[stance].fill }));
}
