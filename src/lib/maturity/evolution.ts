import { bandsOf, type Band, type Edges } from './bands.ts';
import type { Comparison, NotCompared } from './comparability.ts';
import { criterionChanges, type CriterionChange } from './criterion-changes.ts';
import { decompose, type Decomposition } from './decomposition.ts';
import { rate } from './figures.ts';
import { flowsOf, movesOf, type Flow, type Moves } from './flows.ts';
import { decisiveVendor, type DecisiveVendor } from './influence.ts';
import { mean, median } from './mean.ts';
import { panelOf, progressOf, type PanelProduct } from './panel.ts';
import { signFlip } from './sign-flip.ts';
import { pairsOf, vendorsOf, type Standing, type Standings } from './standing.ts';

/** All of one wave in view: the cross-section. Rates from 0 to 1, null where no product is rated. */
export interface WaveFigures {
  vendors: number;
  products: number;
  rated: number;
  mean: number | null;
  median: number | null;
}

/** P of definition 12; rates over the criteria that both waves have with the same levels, at wave 1's targets. */
export interface PanelFigures {
  vendors: number;
  products: number;
  meanBefore: number | null;
  meanAfter: number | null;
  medianBefore: number | null;
  medianAfter: number | null;
  /** Products whose rate rose, fell, stayed. */
  up: number;
  down: number;
  unchanged: number;
  /** Part *progress* of definition 12, and its p-value by sign-flip permutation over vendors. */
  progress: number | null;
  p: number | null;
}

/** What changed between two campaigns in view. */
export interface Evolution {
  before: WaveFigures;
  after: WaveFigures;
  /** Products in view in both campaigns, rated or not. */
  common: number;
  panel: PanelFigures;
  decisiveVendor: DecisiveVendor | null;
  decomposition: Decomposition | null;
  bands: Band[];
  flows: Flow[];
  /** Products rated in both, by whether their band rose. */
  moves: Moves;
  criteria: CriterionChange[];
  notCompared: NotCompared[];
}

/** A change is called a finding where its p-value, adjusted where there are several, is at most this. */
export const significance = 0.05;

/** Under so many products or vendors a panel is called small. */
export const smallPanel = { products: 20, vendors: 5 };

/** What changed, from the products in view of both campaigns (domain definitions 8 and 12). */
export function evolutionOf({ compared, apart }: Comparison, standings: Standings, edges: Edges): Evolution {
  const panel = panelOf(standings);
  const flows = flowsOf(standings);
  const pairs = pairsOf(standings);
  return {
    before: waveFigures(standings.before),
    after: waveFigures(standings.after),
    common: pairs.length,
    panel: panelFigures(panel),
    decisiveVendor: decisiveVendor(panel),
    decomposition: decompose(standings, panel),
    bands: bandsOf(edges),
    flows,
    moves: movesOf(flows),
    criteria: criterionChanges(compared, pairs),
    notCompared: apart
  };
}

function meanOrNull(rates: number[]): number | null {
  return rates.length === 0 ? null : mean(rates);
}

function waveFigures(products: Standing[]): WaveFigures {
  const rates = products.flatMap((standing) => rate(standing) ?? []);
  return {
    vendors: vendorsOf(products),
    products: products.length,
    rated: rates.length,
    mean: meanOrNull(rates),
    median: median(rates)
  };
}

/** Each vendor's change, summed over its products: what the test permutes the signs of. */
function changesByVendor(panel: PanelProduct[]): number[] {
  const changes = new Map<string, number>();
  for (const { vendorKey, before, after } of panel) {
    changes.set(vendorKey, (changes.get(vendorKey) ?? 0) + after - before);
  }
  return [...changes.values()];
}

const noChange = 1e-12;

function panelFigures(panel: PanelProduct[]): PanelFigures {
  const [before, after] = [panel.map((one) => one.before), panel.map((one) => one.after)];
  const changes = panel.map((one) => one.after - one.before);
  const [up, down] = [
    changes.filter((c) => c > noChange).length,
    changes.filter((c) => c < -noChange).length
  ];
  return {
    vendors: vendorsOf(panel),
    products: panel.length,
    meanBefore: meanOrNull(before),
    meanAfter: meanOrNull(after),
    medianBefore: median(before),
    medianAfter: median(after),
    up,
    down,
    unchanged: panel.length - up - down,
    progress: progressOf(panel),
    p: panel.length === 0 ? null : signFlip(changesByVendor(panel))
  };
}
