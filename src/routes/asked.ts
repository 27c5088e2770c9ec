import { error } from '@sveltejs/kit';
import { askedPair, type AskedPair } from '#lib/server/asked-pair.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';

/**
 * The view that a page's address asks for, of the latest campaign unless it names one, as `campaign` or as the later
 * one of two, `to`; undefined where there is no campaign yet. An unknown campaign is not found, a setting that can't be is a bad request.
 */
export async function askedByAddress(store: Store, url: URL): Promise<AskedView | undefined> {
  const code = url.searchParams.get('to') ?? url.searchParams.get('campaign');
  const list = await campaigns.known(store);
  const key = code === null ? undefined : campaigns.codeKey(code);
  const campaign =
    key === undefined ? campaigns.latest(list) : list.find((one) => campaigns.codeKey(one.code) === key);
  if (!campaign && code !== null) error(404, `unknown campaign: ${code}`);
  try {
    return campaign && viewOf(campaign, url.searchParams);
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}

/** The two campaigns that an address asks to compare: `from`, else the one before, and `to`. */
export async function pairByAddress(store: Store, url: URL): Promise<AskedPair | undefined> {
  const asked = await askedByAddress(store, url);
  const from = url.searchParams.get('from');
  if (!asked) return undefined;
  const pair = await store.read((db) => askedPair(db, asked, from));
  return pair ?? error(404, `unknown campaign: ${from}`);
}
