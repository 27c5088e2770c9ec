import { integer } from './format.ts';
import type { Locale } from './locale.ts';

const nbsp = '\u00a0';

/** Puts the no-break spaces that French typography wants before high punctuation and inside guillemets. */
function typeset(text: string): string {
  return text.replace(/(«) | ([:;?!»%])/g, `$1${nbsp}$2`);
}

/** The text for the locale; both are written with plain spaces and apostrophes and typeset here. */
export function say(locale: Locale, fr: string, en: string): string {
  return (locale === 'fr' ? typeset(fr) : en).replace(/'/g, '’');
}

/** Whether French or English puts this count in the singular: French does for 0 and 1, English for 1. */
export function isSingular(count: number, locale: Locale): boolean {
  return locale === 'fr' ? count < 2 : count === 1;
}

/** `1 produit`, `1 725 produits`: the count and its noun. */
export function counted(count: number, [one, many]: readonly [string, string], locale: Locale): string {
  return `${integer(count, locale)}${nbsp}${isSingular(count, locale) ? one : many}`;
}

export const nouns = {
  fr: {
    product: ['produit', 'produits'],
    vendor: ['éditeur', 'éditeurs'],
    criterion: ['critère', 'critères'],
    corridor: ['couloir', 'couloirs'],
    campaign: ['campagne', 'campagnes'],
    answer: ['réponse', 'réponses']
  },
  en: {
    product: ['product', 'products'],
    vendor: ['vendor', 'vendors'],
    criterion: ['criterion', 'criteria'],
    corridor: ['corridor', 'corridors'],
    campaign: ['campaign', 'campaigns'],
    answer: ['answer', 'answers']
  }
} as const;

export function count(n: number, noun: keyof (typeof nouns)['fr'], locale: Locale): string {
  return counted(n, nouns[locale][noun], locale);
}

/** A quotation in the locale's marks. */
export function quoted(text: string, locale: Locale): string {
  return locale === 'fr' ? `«${nbsp}${text}${nbsp}»` : `“${text}”`;
}

/** « au moins »: a share rounded down to the whole per cent, so that the words hold. */
export function atLeast(share: number, locale: Locale): string {
  return `${integer(Math.floor(share * 100 + 1e-9), locale)}${locale === 'fr' ? `${nbsp}%` : '%'}`;
}

/** « de » before a name, elided where it begins with a vowel or an h, which is mute in most names: « d’Orvelis ». */
export function of(name: string): string {
  const first = name.normalize('NFD').charAt(0).toLowerCase();
  const isVowel = 'aeiouhœæ'.includes(first) || /^y[^aeiou]/i.test(name);
  return `${isVowel ? 'd’' : 'de '}${name}`;
}

/** « au plus »: a share rounded up to the whole per cent. */
export function atMost(share: number, locale: Locale): string {
  return `${integer(Math.ceil(share * 100 - 1e-9), locale)}${locale === 'fr' ? `${nbsp}%` : '%'}`;
}

const smallNumbers: Record<Locale, readonly string[]> = {
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five']
};

/** A small number in words, as titles have it; figures beyond five. */
export function inWords(n: number, locale: Locale): string {
  return smallNumbers[locale][n] ?? integer(n, locale);
}

/** The colon after a name, with the no-break space before it in French. */
export function colon(locale: Locale): string {
  return locale === 'fr' ? '\u00a0:' : ':';
}
