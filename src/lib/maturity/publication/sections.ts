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

/** The cells of these sections. Those of the campaign compared with belong to `evolution` too. */
export function cellsOfSections(
  cells: readonly Cell[],
  campaign: string,
  sections: readonly string[]
): Cell[] {
  const kept = new Set([...sections, 'overview']);
  return cells.filter(
    (cell) => kept.has(sectionOf(cell)) && (cell.campaign === campaign || kept.has('evolution'))
  );
}
