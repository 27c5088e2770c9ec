import fc from 'fast-check';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Counts } from '#lib/maturity/figures.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { writeOverview, type OverviewReport } from '#lib/reports/overview.ts';
import { randomOverview, type RandomOverview } from './random-overview.ts';

export interface Shown extends RandomOverview {
  report: OverviewReport;
  locale: Locale;
}

const runs = { numRuns: 400 };

export function always(check: (shown: Shown) => void) {
  fc.assert(
    fc.property(randomOverview, fc.constantFrom<Locale>('fr', 'en'), (random, locale) => {
      check({ ...random, report: writeOverview(random.data, locale), locale });
    }),
    runs
  );
}

export function alwaysOf(id: string, check: (title: string, figure: Figure, shown: Shown) => void) {
  always((shown) => {
    const figure = shown.report.figures.find((one) => one.id === id);
    if (figure) check(plain(figure.title), figure, shown);
  });
}

export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The first of the forms that the sentence has, with its parts; a sentence of no known form fails. */
export function read<Form extends string>(
  sentence: string,
  forms: Record<Form, RegExp>
): { form: Form; parts: string[] } {
  for (const [form, pattern] of Object.entries<RegExp>(forms)) {
    const found = pattern.exec(sentence);
    if (found) return { form: form as Form, parts: found.slice(1).filter((part) => part !== undefined) };
  }
  throw new Error(`unknown sentence: ${sentence}`);
}

export function wholes(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

export function share({ attained, applicable }: Counts): number {
  return (100 * attained) / applicable;
}

export function countWhere(rates: Counts[], test: (percent: number) => boolean): number {
  return rates.map(share).filter(test).length;
}

export const half = 0.5 + 1e-9;
