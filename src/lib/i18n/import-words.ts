import type { Meaning } from '#lib/maturity/meaning.ts';
import type { Locale } from './locale.ts';
import { quoted, say } from './wording.ts';

/** A field of a file in words; a criterion's code stays. */
export function fieldWord(field: string, locale: Locale): string {
  return fieldWords[locale][field] ?? field;
}

const fieldWords: Record<Locale, Record<string, string>> = {
  fr: {
    product: 'Produit',
    vendor: 'Éditeur',
    corridor: 'Couloir',
    submitted_at: 'Date de réponse',
    criterion: 'Code du critère',
    answer: 'Réponse'
  },
  en: {
    product: 'Product',
    vendor: 'Vendor',
    corridor: 'Corridor',
    submitted_at: 'Date of the answers',
    criterion: 'Criterion’s code',
    answer: 'Answer'
  }
};

/** Several fields in one column: « Produit et éditeur ». */
export function fieldsWord(fields: string[], locale: Locale): string {
  const words = fields.map((field) => fieldWord(field, locale));
  return words
    .map((word, i) => (i > 0 && fieldWords[locale][fields[i] ?? ''] ? word.toLowerCase() : word))
    .join(say(locale, ' et ', ' and '));
}

/** What an answer is to mean, in words: a level with its label. */
export function meaningWord(means: Meaning, levels: { fr: string; en: string }[], locale: Locale): string {
  if (typeof means === 'number') {
    const level = levels[means - 1];
    const label = (locale === 'fr' ? level?.fr || level?.en : level?.en || level?.fr) ?? '';
    return `${means} – ${label}`;
  }
  return {
    not_applicable: say(locale, 'non applicable', 'not applicable'),
    unanswered: say(locale, 'sans réponse', 'unanswered'),
    blank: say(locale, 'comme une case vide', 'as a blank cell')
  }[means];
}

/** What might be written instead, beside a problem. */
export function repairWord(text: string, locale: Locale): string {
  return say(locale, `Peut-être ${quoted(text, locale)}`, `Perhaps ${quoted(text, locale)}`);
}
