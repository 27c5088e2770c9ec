import { expect, test } from 'vitest';
import { isLocale, preferredLocale } from '#lib/i18n/locale.ts';

test.each([
  [null, 'fr'],
  ['', 'fr'],
  ['de', 'fr'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['fr-CA,en;q=0.9', 'fr'],
  ['en;q=0.3, fr;q=0.7', 'fr'],
  ['de, en;q=0.5', 'en'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['en;q=0', 'fr'],
  ['EN-us', 'en'],
  ['*', 'fr'],
  ['fr,en', 'fr'],
  ['en,fr', 'en'],
  [';;q=;,', 'fr'],
  ['en; q=0.2, fr; q=0.9', 'fr']
])('the reader of « %s » gets %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});

test.each(['FR', 'de', '', null, undefined, 'fr-FR'])('%s is no locale', (text) => {
  expect(isLocale(text)).toBe(false);
});
