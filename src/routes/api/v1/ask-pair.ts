import { askedPair, type AskedPair } from '#lib/server/asked-pair.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { problem } from './problem.ts';

async function read(db: Db, parameters: URLSearchParams): Promise<AskedPair | Response> {
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  const campaign = to === null ? campaigns.latest(await campaigns.list(db)) : await campaigns.find(db, to);
  if (!campaign) return problem(404, to === null ? 'no campaign yet' : `unknown campaign: ${to}`);
  const pair = await askedPair(db, viewOf(campaign, parameters), from);
  return pair ?? problem(404, `unknown campaign: ${from}`);
}

/** The two campaigns that an address asks to compare, or the problem document that says why not. */
export async function pairAsked(store: Store, url: URL): Promise<AskedPair | Response> {
  try {
    return await store.read((db) => read(db, url.searchParams));
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
}
