import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import { cellPlace } from './cell-place.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

const kinds: Record<Finding['kind'], [fr: string, en: string]> = {
  narrow: ['se déduit de trop près', 'can be worked out too closely'],
  contradiction: ['contredit les autres chiffres', 'contradicts the other figures'],
  seat: ['se déduit de la place d’un éditeur', 'can be worked out from a vendor’s seat'],
  unlisted: ['n’est pas à publier', 'is not to be published'],
  thin: ['porte sur trop peu de produits ou d’éditeurs', 'rests on too few products or vendors'],
  small: ['est trop petit pour être dit', 'is too small to be told'],
  difference: [
    'montre, par différence avec une publication antérieure, quelques produits',
    'shows a few products by its difference to an earlier publication'
  ]
};

/** What the auditor found, in words: which count, and what is wrong with it. */
export function findingWords({ kind, cell }: Finding, locale: Locale): string {
  const [fr, en] = kinds[kind];
  const place = cellPlace(cell, locale);
  return say(locale, `${place} : ${fr}`, `${place}: ${en}`);
}

export function hopelessWords(locale: Locale): string {
  return say(
    locale,
    'publication refusée : quoi que l’on masque encore, une case masquée se déduirait des effectifs ou d’une publication antérieure',
    'publication refused: whatever else were withheld, a withheld cell could be worked out from the sizes or from an earlier publication'
  );
}

export function overtakenWords(locale: Locale): string {
  return say(
    locale,
    'publication refusée : les données ont changé pendant qu’elle se préparait ; recommencez',
    'publication refused: the data changed while it was being made; start again'
  );
}
