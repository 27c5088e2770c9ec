import { error } from '@sveltejs/kit';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';

/**
 * The view that a page's address asks for, of the latest campaign unless it names one; undefined where there is no
 * campaign yet. An unknown campaign is not found, a setting that can't be is a bad request.
 */
export async function askedByAddress(store: Store, url: URL): Promise<AskedView | undefined> {
  const code = url.searchParams.get('campaign');
  const campaign = await store.read(async (db) =>
    code === null ? (await campaigns.list(db))[0] : campaigns.find(db, code)
  );
  if (!campaign && code !== null) error(404, `unknown campaign: ${code}`);
  try {
    return campaign && viewOf(campaign, url.searchParams);
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}
