import { bandFlow } from '#lib/charts/band-flow.ts';
import { decomposition } from '#lib/charts/decomposition.ts';
import { slopes } from '#lib/charts/slopes.ts';
import type { Case } from './cases.ts';
import * as rows from './evolution-rows.ts';

const heads: [string, string] = ['2025', '2026'];
const key = 'points, critère, parts 2025 et 2026';

const flows: Record<string, Case['draw']> = {
  bandFlowSample: (options) => bandFlow(rows.sampleFlow, options),
  bandFlowUnchanged: (options) => bandFlow(rows.flow([[0], [0, 20], [0, 0, 40], [0, 0, 0, 5]]), options),
  bandFlowOneProduct: (options) => bandFlow(rows.flow([[0, 0, 0, 0], [], [1, 0, 0, 0]]), options),
  bandFlowNoPanel: (options) => bandFlow(rows.flow([[0, 0, 0, 0, 3], [], [], [], [2, 0, 1]]), options),
  bandFlowMany: (options) =>
    bandFlow(
      rows.flow([
        [3000, 1, 0, 2],
        [900, 2500, 7],
        [0, 1200, 3800, 40, 1],
        [0, 0, 900, 100, 30],
        [1, 0, 0, 2]
      ]),
      options
    ),
  bandFlowEightyBands: (options) => bandFlow(rows.eightyBands, options)
};

const parts: Record<string, Case['draw']> = {
  decompositionSample: (options) => decomposition(rows.steps(0.455, [5.6, -2.1, 0.7, 0]), options),
  decompositionStill: (options) => decomposition(rows.steps(0.5, [0, 0, 0, 0]), options),
  decompositionExtreme: (options) =>
    decomposition(
      rows.steps(
        0,
        [100, -150, 60, -10],
        ['1 produit suivi', '', '', '12 cibles changées, 14 critères non comparables']
      ),
      options
    ),
  decompositionTiny: (options) => decomposition(rows.steps(0.9998, [0.1, 0, 0, -0.1]), options)
};

const lines: Record<string, Case['draw']> = {
  slopesSample: (options) => slopes({ lines: rows.sampleSlopes, heads, key }, options),
  slopesCrowded: (options) =>
    slopes(
      { lines: rows.crowdedSlopes, heads: ['Campagne de printemps', 'Campagne d’automne'], key },
      options
    ),
  slopesEightyStill: (options) => slopes({ lines: rows.eightyStill, heads, key: '' }, options),
  slopesOne: (options) => slopes({ lines: [rows.slope('Seul', 0, 1, true)], heads, key }, options),
  slopesNone: (options) => slopes({ lines: [], heads, key: '' }, options)
};

/** `phone` is the narrowest that the page shows: phones have tables instead of flow and slopes. */
function named(width: number, phone: number, draws: Record<string, Case['draw']>): Case[] {
  return Object.entries(draws).map(([name, draw]) => ({ name, width, phone, draw }));
}

export const evolutionCases: Case[] = [
  ...named(778, 668, flows),
  ...named(474, 358, parts),
  ...named(678, 668, lines)
];
