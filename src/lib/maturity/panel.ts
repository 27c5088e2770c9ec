import { rate } from './figures.ts';
import { mean } from './mean.ts';
import { pairsOf, sharedCounts, type Standings } from './standing.ts';

/** A product of definition 12's P: its own rates, and its primed ones, over the shared criteria at wave 1's targets. */
export interface PanelProduct {
  id: string;
  vendor: string;
  vendorKey: string;
  ownBefore: number;
  ownAfter: number;
  before: number;
  after: number;
}

/** P of definition 12: the products rated in both waves that have a primed rate in both. */
export function panelOf(standings: Standings): PanelProduct[] {
  return pairsOf(standings).flatMap(({ before, after }) => {
    const own = [rate(before), rate(after)] as const;
    const primed = [rate(sharedCounts(before)), rate(sharedCounts(after))] as const;
    if (own[0] === null || own[1] === null || primed[0] === null || primed[1] === null) return [];
    const { id, vendor, vendorKey } = after;
    return [
      { id, vendor, vendorKey, ownBefore: own[0], ownAfter: own[1], before: primed[0], after: primed[1] }
    ];
  });
}

/** Part *progress* of definition 12, m₂′(P) − m₁′(P): from −1 to 1, null where P is empty. */
export function progressOf(panel: readonly PanelProduct[]): number | null {
  if (panel.length === 0) return null;
  return mean(panel.map(({ after }) => after)) - mean(panel.map(({ before }) => before));
}
