import type { Locale } from './locale.ts';
import { quoted } from './wording.ts';

const refusals: Record<Locale, Record<string, string>> = {
  fr: {
    'unknown campaign': 'Campagne inconnue',
    'unknown criterion': 'Critère inconnu',
    'unknown product': 'Produit inconnu',
    'unknown vendor': 'Éditeur inconnu',
    'unknown scenario': 'Scénario inconnu',
    'unknown upload': 'Envoi inconnu, abandonné ou effacé au bout de 24 heures',
    'invalid bands': 'Bornes des tranches impossibles (entiers de 1 à 99, croissants)',
    'invalid unanswered': 'Réglage « sans réponse » inconnu'
  },
  en: {
    'unknown campaign': 'Unknown campaign',
    'unknown criterion': 'Unknown criterion',
    'unknown product': 'Unknown product',
    'unknown vendor': 'Unknown vendor',
    'unknown scenario': 'Unknown scenario',
    'unknown upload': 'Upload unknown, discarded, or deleted after 24 hours',
    'invalid bands': 'Impossible band edges (whole numbers from 1 to 99, rising)',
    'invalid unanswered': 'Unknown setting of “unanswered”'
  }
};

/** A thrown `unknown criterion: Q99` in a reader's words; nothing where it says nothing to a reader. */
export function refusalInWords(message: string, locale: Locale): string {
  const [, what = '', value = ''] = /^([a-z ]+): (.*)$/s.exec(message) ?? [];
  const words = refusals[locale][what];
  if (words === undefined) return '';
  return `${words}${locale === 'fr' ? '\u00a0: ' : ': '}${quoted(value, locale)}`;
}
