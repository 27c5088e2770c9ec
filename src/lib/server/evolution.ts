import { bandsOf } from '#lib/maturity/bands.ts';
import { criterionChanges } from '#lib/maturity/criterion-changes.ts';
import { decompose } from '#lib/maturity/decomposition.ts';
import type { Evolution, PanelFigures, WaveFigures } from '#lib/maturity/evolution.ts';
import { rate } from '#lib/maturity/figures.ts';
import { flowsOf, movesOf } from '#lib/maturity/flows.ts';
import { decisiveVendor } from '#lib/maturity/influence.ts';
import { mean, median } from '#lib/maturity/mean.ts';
import { panelOf, progressOf, type PanelProduct } from '#lib/maturity/panel.ts';
import { signFlip } from '#lib/maturity/sign-flip.ts';
import { pairsOf, vendorsOf, type Standing } from '#lib/maturity/standing.ts';
import type { Db } from './sql.ts';
import * as standings from './standings.ts';
import type { View } from './view.ts';

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

/** What changed between two campaigns, each seen through its view (domain definitions 8, 12 and 13). */
export async function evolution(db: Db, before: View, after: View): Promise<Evolution> {
  const { standings: both, compared, apart } = await standings.read(db, before, after);
  const panel = panelOf(both);
  const flows = flowsOf(both);
  const pairs = pairsOf(both);
  return {
    before: waveFigures(both.before),
    after: waveFigures(both.after),
    common: pairs.length,
    panel: panelFigures(panel),
    decisiveVendor: decisiveVendor(panel),
    decomposition: decompose(both, panel),
    bands: bandsOf(after.filters.edges),
    flows,
    moves: movesOf(flows),
    criteria: criterionChanges(compared, pairs),
    notCompared: apart
  };
}
