import type { Cell, CellName } from './cell.ts';

/** The sections whose counts a publication states (the others, `method` and `tables`, state none of their own). */
export const countingSections = [
  'overview',
  'bands',
  'criteria',
  'themes',
  'corridors',
  'themes-by-corridor',
  'criteria-by-corridor',
  'evolution'
] as const;

export type CountingSection = (typeof countingSections)[number];

/** `criteria-by-corridor` is off unless named. */
export const defaultSections: readonly CountingSection[] = countingSections.filter(
  (section) => section !== 'criteria-by-corridor'
);

const sizes = ['vendors', 'products', 'rated'];
const ofPanel = ['panel', 'entrants', 'leavers'];

/** The section of a campaign's report in which a count stands; `overview` gives the sizes on which all rest. */
export function sectionOf({ measure, criterion, theme, corridor, band }: CellName): CountingSection {
  if (ofPanel.includes(measure)) return 'evolution';
  if (criterion !== '') return corridor === '' ? 'criteria' : 'criteria-by-corridor';
  if (theme !== '') return corridor === '' ? 'themes' : 'themes-by-corridor';
  if (corridor !== '') return 'corridors';
  return band === '' && sizes.includes(measure) ? 'overview' : 'bands';
}

/** Where a table's totals come from: they stand beside its own counts. */
const totals: Partial<Record<CountingSection, CountingSection>> = {
  'themes-by-corridor': 'themes',
  'criteria-by-corridor': 'criteria'
};

function totalsOf(sections: ReadonlySet<string>): Set<CountingSection> {
  return new Set(Object.entries(totals).flatMap(([section, of]) => (sections.has(section) ? [of] : [])));
}

/**
 * All cells that a report of these sections states: their own, the totals in their tables, and the sizes and bands of which
 * every report's headline tells. Those of the campaign compared with belong to `evolution`.
 */
export function cellsOfSections(
  cells: readonly Cell[],
  campaign: string,
  sections: readonly string[]
): Cell[] {
  const kept: ReadonlySet<string> = new Set([...sections, 'overview', 'bands']);
  const withTotals = totalsOf(kept);
  return cells.filter((cell) => {
    if (cell.campaign !== campaign) return kept.has('evolution');
    const section = sectionOf(cell);
    const isTotal = withTotals.has(section) && ['applicable', 'attained'].includes(cell.measure);
    return kept.has(section) || isTotal;
  });
}
