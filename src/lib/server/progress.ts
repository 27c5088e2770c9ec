import { panelOf, progressOf } from '#lib/maturity/panel.ts';
import type { Standings } from '#lib/maturity/standing.ts';

import * as standings from './standings.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

/** Definition 12's *progress* of the panel, with who stands outside it; rates from 0 to 1. */
export interface Progress {
  /** N of P: products rated in both campaigns on the criteria that both have with the same levels. */
  panel: number;
  /** m₂′(P) − m₁′(P), null where P is empty. */
  progress: number | null;
  entrants: number;
  leavers: number;
}

/**
 * How far the products rated in both campaigns moved, over the criteria that both have with the same levels, at wave
 * 1's targets (domain definition 12, part *progress*).
 */
export async function progress(store: Store, before: View, after: View): Promise<Progress> {
  const { standings: both } = await standings.read(store, before, after);
  const panel = panelOf(both);
  return { panel: panel.length, progress: progressOf(panel), ...comings(both) };
}

/** Products in view in one campaign only. */
function comings({ before, after }: Standings): { entrants: number; leavers: number } {
  const [then, now] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  return {
    entrants: after.filter(({ id }) => !then.has(id)).length,
    leavers: before.filter(({ id }) => !now.has(id)).length
  };
}
