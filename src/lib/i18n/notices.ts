import type { Locale } from './locale.ts';

const names: Record<Locale, Record<string, string>> = {
  fr: {
    legal: 'Mentions légales',
    'personal-data': 'Données personnelles',
    // the law asks for this word as long as no audit allows another
    accessibility: 'Accessibilité\u00a0: non déclarée'
  },
  en: { legal: 'Legal notice', 'personal-data': 'Personal data', accessibility: 'Accessibility' }
};

/** The footer's pages, in the order in which they are listed. */
export function noticeLinks(locale: Locale): { path: string; name: string }[] {
  return Object.entries(names[locale]).map(([name, words]) => ({ path: `/notices/${name}`, name: words }));
}
