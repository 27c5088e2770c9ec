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

/** The same for a report, which looks back only: throws a RangeError where the campaign named is not an earlier one. */
export async function askedBack(db: Db, to: AskedView, code: string | null): Promise<AskedPair | undefined> {
  const pair = await askedPair(db, to, code);
  const list = await campaigns.list(db);
  const at = (campaign: AskedView) => list.findIndex(({ id }) => id === campaign.campaign.id);
  if (pair?.from && at(pair.from) <= at(to))
    throw new RangeError(`not earlier than ${to.campaign.code}: ${pair.from.campaign.code}`);
  return pair;
}

async function previous(db: Db, id: number): Promise<campaigns.Campaign | undefined> {
  return campaigns.earlier(await campaigns.list(db), id)[0];
}
