import type { Locale } from '#lib/i18n/locale.ts';

/** An address as it is shared: without the language, which is the reader's, and without the page of a long table. */
export function sharedAddress(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  searchParams.delete('lang');
  searchParams.delete('page');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
}

/** The shared address for a reader of this language. */
export function inLanguage(address: string, locale: Locale): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  searchParams.set('lang', locale);
  return `${pathname}?${searchParams.toString()}`;
}
