import type { Filters } from '#lib/maturity/filters.ts';
import { fold } from './fold.ts';
import type { Locale } from './locale.ts';
import { quoted, say } from './wording.ts';

/** What a campaign offers to choose from; an empty list says nothing of what is chosen. */
export interface KnownValues {
  corridors: string[];
  themes: string[];
  vendors: string[];
  /** The keys of the bands in force. */
  bands: string[];
}

function strangers(chosen: string[], known: string[], name: (value: string) => string): string[] {
  if (known.length === 0) return [];
  const names = new Set(known.map(name));
  return chosen.filter((value) => !names.has(name(value)));
}

const asWritten = (value: string) => value;

/** Of each value that the filters choose and that the campaign does not have, a sentence that says so. */
export function unknownValues(filters: Filters, known: KnownValues, locale: Locale): string[] {
  const missing = (fr: string, en: string) => (value: string) =>
    say(
      locale,
      `${fr} ${quoted(value, locale)} n’existe pas dans cette campagne.`,
      `This campaign has no ${en} ${quoted(value, locale)}.`
    );
  return [
    ...strangers(filters.corridor, known.corridors, asWritten).map(missing('Le couloir', 'corridor')),
    ...strangers(filters.theme, known.themes, asWritten).map(missing('Le thème', 'theme')),
    ...strangers(filters.vendor, known.vendors, fold).map(missing('L’éditeur', 'vendor')),
    ...strangers(filters.band, known.bands, asWritten).map((value) =>
      say(
        locale,
        `La tranche ${quoted(value, locale)} n’est pas une des tranches en vigueur.`,
        `The band ${quoted(value, locale)} is none of those in force.`
      )
    )
  ];
}
