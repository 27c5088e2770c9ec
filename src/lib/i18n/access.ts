import type { Locale } from './locale.ts';

const fr = {
  forbidden: 'Votre rôle ne permet pas cela.',
  unknown: 'Il faut s’identifier.',
  managersOnly: 'Réservé aux gestionnaires.'
};

const en: typeof fr = {
  forbidden: 'Your role does not allow this.',
  unknown: 'You must sign in.',
  managersOnly: 'For managers only.'
};

/** What whoever may not do something is told. */
export function accessWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
