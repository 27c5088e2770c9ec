import type { CellName, Measure } from '#lib/maturity/publication/cell.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

const measures: Record<Measure, [fr: string, en: string]> = {
  vendors: ['éditeurs', 'vendors'],
  products: ['produits', 'products'],
  rated: ['produits avec un taux', 'rated products'],
  applicable: ['applicables', 'applicable'],
  attained: ['à la cible', 'at target'],
  unanswered: ['sans réponse', 'unanswered'],
  not_applicable: ['non applicables', 'not applicable'],
  level: ['au niveau', 'at level'],
  panel: ['panel', 'panel'],
  entrants: ['entrants', 'entrants'],
  leavers: ['sortants', 'leavers']
};

/** Where a count stands in a publication and what it counts: `v1 · Q07 · Hôpital · à la cible`. */
export function cellPlace(
  { campaign, measure, criterion, theme, corridor, band, level }: CellName,
  locale: Locale
): string {
  const [fr, en] = measures[measure];
  const parts = [campaign, criterion, theme, corridor, band === '' ? '' : `${band.replace('-', '–')} %`];
  return [...parts.filter((part) => part !== ''), [say(locale, fr, en), level].join(' ').trim()].join(' · ');
}
