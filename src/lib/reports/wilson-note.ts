import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

/** What an interval of Wilson's means, said wherever one is drawn: readers take it for a survey's error. */
export function wilsonNote(locale: Locale): string {
  return say(
    locale,
    ' Même si presque tous les produits ont répondu, l’intervalle a un sens : non l’erreur d’un sondage, mais de combien la part bougerait avec d’autres produits du même genre.',
    ' Even if nearly all products have answered, the interval has a meaning: not a survey’s error, but how far the share would move with other products of the same kind.'
  );
}
