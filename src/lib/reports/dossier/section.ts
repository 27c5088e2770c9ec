import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

export type Audience = 'public' | 'internal';

export const audiences: readonly Audience[] = ['internal', 'public'];

/** In the order of the dossier. */
export const sectionIds = [
  'overview',
  'bands',
  'criteria',
  'themes',
  'corridors',
  'themes-by-corridor',
  'criteria-by-corridor',
  'evolution',
  'calibration',
  'method',
  'tables'
] as const;

export type SectionId = (typeof sectionIds)[number];

/** What goes in unless somebody names the sections. */
export const defaultSections: readonly SectionId[] = sectionIds.filter((id) => id !== 'criteria-by-corridor');

const internalOnly: readonly SectionId[] = ['calibration'];

export function isSectionOf(id: SectionId, audience: Audience): boolean {
  return audience === 'internal' || !internalOnly.includes(id);
}

export function sectionName(id: SectionId, locale: Locale): string {
  const names: Record<SectionId, string> = {
    overview: say(locale, "Vue d'ensemble", 'Overview'),
    bands: say(locale, 'Tranches', 'Bands'),
    criteria: say(locale, 'Critères', 'Criteria'),
    themes: say(locale, 'Thèmes', 'Themes'),
    corridors: say(locale, 'Couloirs', 'Corridors'),
    'themes-by-corridor': say(locale, 'Thèmes par couloir', 'Themes by corridor'),
    'criteria-by-corridor': say(locale, 'Critères par couloir', 'Criteria by corridor'),
    evolution: say(locale, 'Évolution', 'Evolution'),
    calibration: say(locale, 'Calibrage', 'Calibration'),
    method: say(locale, 'Méthode', 'Method'),
    tables: say(locale, 'Tableaux', 'Tables')
  };
  return names[id];
}

function isSectionId(name: string): name is SectionId {
  return (sectionIds as readonly string[]).includes(name);
}

/**
 * Sections from their names, in the dossier's order. Throws a RangeError that says what is wrong with one that does not
 * exist or that the audience may not have.
 */
export function parseSections(names: readonly string[], audience: Audience): SectionId[] {
  const unknown = names.find((name) => !isSectionId(name));
  if (unknown !== undefined) throw new RangeError(`unknown section: ${unknown} (${sectionIds.join(', ')})`);
  const refused = names.filter(isSectionId).find((id) => !isSectionOf(id, audience));
  if (refused !== undefined) throw new RangeError(`section ${refused} is for internal reports only`);
  return sectionIds.filter((id) => names.includes(id));
}

/** With one section more, in the order of reports. */
export function sectionsWith(sections: readonly SectionId[], id: SectionId): SectionId[] {
  return sectionIds.filter((one) => one === id || sections.includes(one));
}
