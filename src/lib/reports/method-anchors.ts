import type { DrawingName } from '#lib/charts/drawings.ts';

/** The parts of the page of methods, in its order. */
export const methodParts = [
  'settings',
  'applicable',
  'attainment',
  'bands',
  'criterion',
  'levels',
  'gap',
  'quartiles',
  'themes',
  'filters',
  'waves',
  'test',
  'decomposition',
  'vendors',
  'identity',
  'consultation',
  'audits'
] as const;
export type MethodPart = (typeof methodParts)[number];

/** Where the rule of a drawing is explained. */
const parts: Partial<Record<DrawingName, MethodPart>> = {
  bandBar: 'bands',
  bandChange: 'bands',
  bandFlow: 'waves',
  corridorRates: 'quartiles',
  criteriaLevels: 'levels',
  decomposition: 'decomposition',
  levelsBy: 'levels',
  rankedCriteria: 'criterion',
  slopes: 'test',
  themeProfile: 'quartiles',
  themeRates: 'themes'
};

/** The part that explains a figure: its own, else its drawing's; of one without either, how a rate is made. */
export function methodPart(figure: { rule?: MethodPart; drawing?: { chart: DrawingName } }): MethodPart {
  return figure.rule ?? (figure.drawing && parts[figure.drawing.chart]) ?? 'attainment';
}
