import {
  changes,
  type Change,
  type ChangedCell,
  type Told
} from '#lib/maturity/publication/changed-cells.ts';
import { integer, longDate } from './format.ts';
import type { Locale } from './locale.ts';
import { counted, say } from './wording.ts';

const kinds: Record<Change, [fr: string, en: string]> = {
  changed: ['changé', 'changed'],
  withheld: ['désormais masqué', 'withheld from now on'],
  disclosed: ['désormais publié', 'published from now on'],
  added: ['nouveau', 'new'],
  removed: ['disparu', 'gone']
};

const several: Record<Change, [fr: [string, string], en: [string, string]]> = {
  changed: [
    ['chiffre changé', 'chiffres changés'],
    ['figure changed', 'figures changed']
  ],
  withheld: [
    ['désormais masqué', 'désormais masqués'],
    ['withheld from now on', 'withheld from now on']
  ],
  disclosed: [
    ['désormais publié', 'désormais publiés'],
    ['published from now on', 'published from now on']
  ],
  added: [
    ['chiffre nouveau', 'chiffres nouveaux'],
    ['new figure', 'new figures']
  ],
  removed: [
    ['chiffre disparu', 'chiffres disparus'],
    ['figure gone', 'figures gone']
  ]
};

export function changeWords(change: Change, locale: Locale): string {
  const [fr, en] = kinds[change];
  return say(locale, fr, en);
}

/** `3 chiffres changés, 2 désormais masqués`; that nothing differs where nothing does. */
export function differenceWords(cells: readonly ChangedCell[], locale: Locale): string {
  const parts = changes.flatMap((change) => {
    const n = cells.filter((cell) => cell.change === change).length;
    const [fr, en] = several[change];
    return n === 0 ? [] : [counted(n, locale === 'fr' ? fr : en, locale)];
  });
  return parts.length === 0 ? say(locale, 'aucun chiffre ne diffère', 'no figure differs') : parts.join(', ');
}

/** `68`, `moins de 3`, `case masquée`, or a dash where the publication does not tell of it. */
export function toldWords(told: Told | undefined, locale: Locale): string {
  if (!told) return '–';
  if (told.value !== null) return integer(told.value, locale);
  return told.status === 'under_3'
    ? say(locale, 'moins de\u00a03', 'fewer than\u00a03')
    : say(locale, 'case\u00a0masquée', 'masked\u00a0cell');
}

export function firstWords(locale: Locale): string {
  return say(
    locale,
    "Rien n'a encore été publié de cette campagne.",
    'Nothing has been published of this campaign yet.'
  );
}

/** `Depuis la publication du 4 mai 2026 : 3 chiffres changés.` */
export function sinceWords(
  { publishedAt, cells }: { publishedAt: string; cells: readonly ChangedCell[] },
  locale: Locale
): string {
  const words = differenceWords(cells, locale);
  return say(
    locale,
    `Depuis la publication du ${longDate(publishedAt, 'fr')} : ${words}.`,
    `Since the publication of ${longDate(publishedAt, 'en')}: ${words}.`
  );
}

/** Over a list that may be cut short. */
export function differenceCaption(total: number, shown: number, locale: Locale): string {
  if (total <= shown) return say(locale, 'Chiffres qui diffèrent', 'Figures that differ');
  return say(
    locale,
    `Les ${shown} premiers des ${integer(total, 'fr')} chiffres qui diffèrent`,
    `The first ${shown} of ${integer(total, 'en')} figures that differ`
  );
}
