import type { Locale } from '#lib/i18n/locale.ts';
import { quoted } from '#lib/i18n/wording.ts';

/** How two campaigns are called in one figure. */
export interface PairNames {
  before: string;
  after: string;
}

/**
 * The names, or the years alone where they differ in these: `Campagne 2025` and `Campagne 2026` are 2025 and 2026. Codes
 * where the names are the same.
 */
export function pairNames(
  before: { name: string; code: string },
  after: { name: string; code: string }
): PairNames {
  if (before.name === after.name) return { before: before.code, after: after.code };
  const [a, b] = [before.name.split(' '), after.name.split(' ')];
  const most = Math.min(a.length, b.length) - 1;
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  const rest = { before: a.slice(shared).join(' '), after: b.slice(shared).join(' ') };
  return isYear(rest.before) && isYear(rest.after) ? rest : { before: before.name, after: after.name };
}

function isYear(name: string): boolean {
  return /^\d{4}$/.test(name);
}

/** A campaign in a sentence: a year as it is, anything else in quotation marks. */
export function inSentence(name: string, locale: Locale): string {
  return isYear(name) ? name : quoted(name, locale);
}

/** ` en 2026`, ` in 2026` after a noun; nothing where the name is no year. */
export function inYear(name: string, locale: Locale): string {
  if (!isYear(name)) return '';
  return locale === 'fr' ? ` en ${name}` : ` in ${name}`;
}
