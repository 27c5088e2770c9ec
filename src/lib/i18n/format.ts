import type { Locale } from './locale.ts';

const nbsp = '\u00a0';

/**
 * Rounds half away from zero at the given number of decimals, allowing for the binary error of a computed share, so
 * that 22.5 is not printed as 22.
 */
export function roundHalfUp(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  // adding 0 turns −0, which would be printed with a sign, into 0
  return (Math.sign(value) * Math.round(scaled + 1e-9)) / scale + 0;
}

/** Written by hand: a page writes hundreds of numbers, and `Intl.NumberFormat` takes ten times as long. */
const separators: Record<Locale, { thousands: string; decimals: string }> = {
  fr: { thousands: nbsp, decimals: ',' },
  en: { thousands: ',', decimals: '.' }
};

function plain(value: number, locale: Locale, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const { thousands, decimals: mark } = separators[locale];
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return (rounded < 0 ? '−' : '') + grouped + (fraction === undefined ? '' : mark + fraction);
}

/** `1 725` in French, `1,725` in English. */
export function integer(value: number, locale: Locale): string {
  return plain(value, locale, 0);
}

export function decimal(value: number, locale: Locale, decimals = 1): string {
  return plain(value, locale, decimals);
}

/** A share from 0 to 1 as `48 %` in French, `48%` in English; an en dash where undefined. */
export function percent(share: number | null, locale: Locale, decimals = 0): string {
  if (share === null) return '–';
  return plain(share * 100, locale, decimals) + (locale === 'fr' ? `${nbsp}%` : '%');
}

/** A difference with its sign, a true minus, and no sign on zero. */
export function signed(value: number, locale: Locale, decimals = 1): string {
  const rounded = roundHalfUp(value, decimals);
  return (rounded > 0 ? '+' : '') + plain(rounded === 0 ? 0 : rounded, locale, decimals);
}

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

const longDates: Record<Locale, Intl.DateTimeFormat> = { fr: longDateFormat('fr'), en: longDateFormat('en') };

function longDateFormat(locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tags[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  });
}

/** `30 septembre 2026`, `30 September 2026`; the first of a month in French is `1er`. */
export function longDate(iso: string, locale: Locale): string {
  const text = longDates[locale].format(new Date(`${iso.slice(0, 10)}T12:00:00Z`));
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** `22/11/2026 19:02` from an instant in UTC, in the programme's time zone. */
export function dateTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Paris'
  }).format(new Date(iso));
}
