import { cached } from '#lib/server/cache.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';

/** What was published of a campaign, held against its answers in force; read once a version of these. */
export function earlierPublications(store: Store, campaignId: number): Promise<publications.Earlier[]> {
  return cached(
    store,
    JSON.stringify(['earlier publications', campaignId]),
    () => store.read((db) => publications.earlier(db, campaignId)),
    [campaignId]
  );
}
