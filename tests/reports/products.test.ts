import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '#lib/reports/list-part.ts';
import { parseProductSort, productColumns, productLines, productPart } from '#lib/reports/products.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as listed from '#lib/server/listed-products.ts';
import { withinReach } from '#lib/maturity/within-reach.ts';
import { repetitions } from '#tests/repetitions.ts';
import { pairsOf, randomCampaign, randomFilters, storeCampaign } from '../server/random-campaign.ts';
import { formatListSort } from '#lib/reports/list-sort.ts';
import { withStore } from '../server/temp-store.ts';

describe('a part of the list of products', () => {
  test('is that of the whole list, in any order asked; those near a higher band are those that the list has', async () => {
    const property = fc.asyncProperty(
      randomCampaign,
      fc.oneof(fc.constant({}), randomFilters),
      (campaign, filters) =>
        withStore(async (store) => {
          const { campaignId } = (await storeCampaign(store, campaign))(filters);
          const stored = (await store.read(campaigns.list)).find(({ id }) => id === campaignId);
          if (!stored) throw new Error('not stored');
          const asked = viewOf(stored, pairsOf(filters));
          for (const sort of productColumns
            .flatMap((column) => [column, `-${column}`])
            .map(parseProductSort)) {
            const part = (from: number, length: number) =>
              productPart(store, asked, sort, 'fr', { from, length });
            const parts = [...(await part(0, 2)), ...(await part(2, 3)), ...(await part(5, 1000))];
            const whole = await productLines(store, asked, sort, 'fr');
            expect(parts, formatListSort(sort)).toEqual(whole);
          }
          const all = await productLines(store, asked, parseProductSort('vendor'), 'fr');
          const { edges } = asked.view.filters;
          const near = await store.read((db) => listed.nearHigherBand(db, asked.view, 2));
          const ids = (lines: { id: string }[]) => lines.map(({ id }) => id).sort();
          expect(ids(near)).toEqual(ids(withinReach(all, edges)));
        })
    );
    await fc.assert(property, { numRuns: repetitions(4), endOnFailure: true });
  });

  test('wants names that go as one together, and no more values than it shows', () => {
    const counts = ['b', 'A', 'a', 'c'].map((value) => ({ value, rows: 2 }));
    const collator = new Intl.Collator('fr', { sensitivity: 'base' });
    const place = (from: number, length: number) =>
      placeOf(counts, (a, b) => collator.compare(String(a), String(b)), { from, length });
    expect(place(1, 2)).toEqual({ values: ['A', 'a'], after: 1 });
    expect(place(3, 2)).toEqual({ values: ['A', 'a', 'b'], after: 3 });
    expect(place(5, 1)).toEqual({ values: ['b'], after: 1 });
    expect(place(8, 5)).toEqual({ values: [], after: 0 });
  });
});
