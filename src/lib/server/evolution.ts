import { evolutionOf, type Evolution } from '#lib/maturity/evolution.ts';
import type { Db } from './sql.ts';
import * as standings from './standings.ts';
import type { View } from './view.ts';

/** What changed between two campaigns, each seen through its view (domain definitions 8, 12 and 13). */
export async function evolution(db: Db, before: View, after: View): Promise<Evolution> {
  const { standings: both, ...comparison } = await standings.read(db, before, after);
  return evolutionOf(comparison, both, after.filters.edges);
}
