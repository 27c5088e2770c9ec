export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string | null | undefined): text is Locale {
  return text === 'fr' || text === 'en';
}

/** The reader's language by an `Accept-Language` header; French where it names neither. */
export function preferredLocale(header: string | null): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.find((p) => p.trim().startsWith('q='));
      return { tag: tag.slice(0, 2), q: q ? Number(q.trim().slice(2)) : 1 };
    })
    .filter(({ tag, q }) => isLocale(tag) && q > 0)
    .sort((a, b) => b.q - a.q);
  const first = ranked[0]?.tag;
  return isLocale(first) ? first : 'fr';
}
