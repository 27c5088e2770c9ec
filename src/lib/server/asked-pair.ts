import { formatFilters } from '#lib/maturity/filters.ts';
import { viewOf, type AskedView } from './asked-view.ts';
import * as campaigns from './campaigns.ts';
import type { Db } from './sql.ts';

/** Two campaigns to be compared through the same filters; `key` names both, for caches. */
export interface AskedPair {
  /** Absent where nothing comes before `to`. */
  from?: AskedView;
  to: AskedView;
  key: string;
}

/**
 * The campaign of this code beside the one asked for; without a code the one before it in the campaigns' order.
 * Undefined where there is no campaign of that code.
 */
export async function askedPair(db: Db, to: AskedView, code: string | null): Promise<AskedPair | undefined> {
  const campaign = code === null ? await previous(db, to.campaign.id) : await campaigns.find(db, code);
  if (!campaign) return code === null ? { to, key: to.key } : undefined;
  const from = viewOf(campaign, formatFilters(to.view.filters));
  return { from, to, key: `${from.key} ${to.key}` };
}

async function previous(db: Db, id: number): Promise<campaigns.Campaign | undefined> {
  const list = await campaigns.list(db);
  return list[list.findIndex((campaign) => campaign.id === id) + 1];
}
