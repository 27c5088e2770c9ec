import type { DrawingName } from '#lib/charts/drawings.ts';
import type { Figure } from './figure.ts';

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
  'audits',
  'corridor-test',
  'reproducibility',
  'item-rest',
  'pairs',
  'tornado',
  'bootstrap',
  'frontier'
] as const;
export type MethodPart = (typeof methodParts)[number];

/** Where the rule of a drawing is explained. */
const ofDrawing: Record<DrawingName, MethodPart> = {
  bandBar: 'bands',
  bandChange: 'bands',
  bandFlow: 'waves',
  corridorRates: 'quartiles',
  criteriaLevels: 'levels',
  decomposition: 'decomposition',
  frontier: 'frontier',
  heatMap: 'corridor-test',
  ladder: 'reproducibility',
  levelsBy: 'levels',
  productHistogram: 'attainment',
  productPosition: 'quartiles',
  productStrip: 'attainment',
  rankedCriteria: 'criterion',
  rankedValues: 'attainment',
  scalogram: 'reproducibility',
  shareRows: 'criterion',
  slopes: 'test',
  stackedBars: 'bands',
  themeProfile: 'quartiles',
  themeRates: 'themes'
};

/** Figures whose drawing serves several rules, or that are tables. */
const ofFigure: Record<string, MethodPart> = {
  'audit-matrix': 'audits',
  'criteria-intervals': 'bootstrap',
  'criterion-pairs': 'pairs',
  'gaps-by-criterion': 'audits',
  intervals: 'bootstrap',
  'item-rest': 'item-rest',
  reproducibility: 'reproducibility',
  'stances-by-requirement': 'consultation',
  'stances-by-type': 'consultation',
  tornado: 'tornado',
  'unexpected-products': 'reproducibility',
  'unused-levels': 'levels',
  'vendor-sizes': 'vendors'
};

/** The part that explains a figure; of a table without a rule of its own, how a rate is made. */
export function methodPart({ id, drawing }: Pick<Figure, 'id' | 'drawing'>): MethodPart {
  return ofFigure[id] ?? (drawing ? ofDrawing[drawing.chart] : 'attainment');
}
