import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '#lib/i18n/locale.ts';

type Words = (locale: Locale) => unknown;

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/i18n/*.ts', { eager: true });

/** Every dictionary of fixed words: `messages` and what is called `…Words`, asked for by a language alone. */
const dictionaries = Object.values(modules).flatMap((module) =>
  Object.entries(module).filter(
    (entry): entry is [string, Words] =>
      typeof entry[1] === 'function' && entry[1].length === 1 && /^messages$|Words$/.test(entry[0])
  )
);

function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(texts) : [];
}

const flaws: Record<Locale, RegExp> = {
  fr: / [:;?!»%](?![\w/])|« |[a-zéèà]'[a-zéèêàh]/i,
  en: /[a-z]'[a-z]|\w [:;?!](?!\w)|[«»]/i
};

describe('fixed words are set as the language wants', () => {
  test('there are dictionaries to look at', () => {
    expect(dictionaries.length).toBeGreaterThan(12);
  });

  test.each(locales)('%s', (locale) => {
    const found = dictionaries.flatMap(([name, words]) =>
      texts(words(locale))
        .filter((text) => flaws[locale].test(text))
        .map((text) => `${name}: ${text}`)
    );
    expect(found).toEqual([]);
  });
});
