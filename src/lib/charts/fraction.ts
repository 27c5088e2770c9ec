import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { textWidth } from './text-width.ts';

interface Counts {
  n: number;
  N: number;
}

export const numberSize = 13.5;

/** « 42/71 », as a column of counts has it. */
export function fractionOf({ n, N }: Counts, locale: Locale): string {
  return `${integer(n, locale)}/${integer(N, locale)}`;
}

/** Px that the longest of them takes, with the gap before it. */
export function fractionWidth(rows: readonly Counts[], locale: Locale): number {
  return 14 + Math.max(0, ...rows.map((row) => textWidth(fractionOf(row, locale), numberSize)));
}
