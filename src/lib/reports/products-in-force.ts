import type { PublishedProduct } from '#lib/maturity/disclosure/changed-products.ts';
import { cached } from '#lib/server/cache.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';

/** The products in force of a campaign, as earlier publications are held against them; read once a version of its answers. */
export function productsInForce(store: Store, campaignId: number): Promise<PublishedProduct[]> {
  return cached(
    store,
    JSON.stringify(['products in force', campaignId]),
    () => store.read((db) => publications.currentProducts(db, campaignId)),
    [campaignId]
  );
}
