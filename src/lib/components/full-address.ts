import type { Locale } from '#lib/i18n/locale.ts';

/** An address as links give it: with campaign and language, whose defaults change with the day and the reader. */
export function fullAddress(url: URL, campaign: string | undefined, locale: Locale): URL {
  const full = new URL(url);
  if (campaign !== undefined) full.searchParams.set('campaign', campaign);
  full.searchParams.set('lang', locale);
  return full;
}
