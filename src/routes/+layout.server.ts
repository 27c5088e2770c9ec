import { isHttpError, redirect } from '@sveltejs/kit';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as corrections from '#lib/server/corrections.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as savedViews from '#lib/server/saved-views.ts';
import * as filterOptions from '#lib/server/filter-options.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { actsFor } from '#lib/access/may.ts';
import { isAtLeast } from '#lib/access/role.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import { askedByAddress } from './asked.ts';
import { placesFor, waysFor } from './places-for.ts';
import { tidyAddress } from './tidy-address.ts';

/** Pages whose figures follow the filters: these stand above them. Said here, for scripts need no list of pages. */
const filteredPages = new Set([
  '/',
  '/analysis',
  '/audits',
  '/criteria',
  '/criteria/[code]',
  '/evolution',
  '/method',
  '/products',
  '/products/[id]',
  '/vendors',
  '/vendors/[name]'
]);

function general(store: Store) {
  return cached(store, 'shell', () =>
    store.read(async (db) => ({
      campaigns: (await campaigns.list(db)).map(({ code, name, status }) => ({ code, name, status })),
      sample: await campaigns.withSample(db),
      views: await savedViews.list(db)
    }))
  );
}

function ofCampaign(store: Store, id: number, questionnaireId: number) {
  const read = () =>
    store.read(async (db) => ({
      options: await filterOptions.read(db, id, questionnaireId),
      expected: await expectedProducts.progress(db, id),
      corrections: await corrections.counts(db, id)
    }));
  return cached(store, `shell ${id}`, read, [id]);
}

/** What is wrong with an address is for the page's own load to say: its error page stands inside this layout. */
async function askedIfPossible(store: Store, url: URL): Promise<AskedView | undefined> {
  try {
    return await askedByAddress(store, url);
  } catch (thrown) {
    if (isHttpError(thrown)) return undefined;
    throw thrown;
  }
}

/** What stands around a page for whoever may not choose among live data: no campaign, name or filter. */
const bare = { campaigns: [], sample: [], views: [], filters: noFilters, isFiltered: false };

export async function load({ locals, url, route }) {
  const { store, locale, role, who, person } = locals;
  const reader = {
    places: placesFor(role, locale),
    ways: waysFor(role),
    acts: actsFor(role, route.id ?? ''),
    person: who && person
  };
  if (role === undefined || !isAtLeast(role, 'analyst')) return { locale, ...reader, ...bare };
  const tidy = tidyAddress(url);
  if (tidy !== undefined) redirect(307, tidy);
  const asked = await askedIfPossible(store, url);
  const shell = { locale, ...reader, ...(await general(store)) };
  if (!asked) return { ...shell, filters: noFilters, isFiltered: false };
  const { campaign, view } = asked;
  const { code, name, opened, closed, status, synthetic } = campaign;
  return {
    ...shell,
    filters: view.filters,
    isFiltered: filteredPages.has(route.id ?? ''),
    campaign: { code, name, opened, closed, status, synthetic },
    ...(await ofCampaign(store, campaign.id, campaign.questionnaireId))
  };
}
