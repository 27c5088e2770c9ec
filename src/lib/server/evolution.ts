import { evolutionOf, type Evolution } from '#lib/maturity/evolution.ts';

import * as standings from './standings.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

/** What changed between two campaigns, each seen through its view (domain definitions 8, 12 and 13). */
export async function evolution(store: Store, before: View, after: View): Promise<Evolution> {
  const { standings: both, ...comparison } = await standings.read(store, before, after);
  return evolutionOf(comparison, both, after.filters.edges);
}
