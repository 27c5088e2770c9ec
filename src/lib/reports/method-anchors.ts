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
  'identity'
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

/** The part that explains a figure; of one without a drawing of its own rule, how a rate is made. */
export function methodPart(drawing: DrawingName | undefined): MethodPart {
  return (drawing && parts[drawing]) ?? 'attainment';
}
