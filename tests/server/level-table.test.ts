import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as levelTable from '#lib/server/level-table.ts';
import * as naive from './naive.ts';
import { oneFilter, randomCampaign, randomFilters, storeCampaign } from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(10);

const states = { unanswered: 0, not_applicable: -1 } as const;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test('level table: what every product in view declares equals plain loops', async () => {
  await withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(
        randomCampaign,
        fc.array(fc.oneof(randomFilters, oneFilter), { minLength: 4, maxLength: 4 }),
        async (campaign, several) => {
          const viewOf = await storeCampaign(store, campaign);
          for (const filters of [{}, ...several]) {
            const table = await store.read((db) => levelTable.read(db, viewOf(filters)));
            const view = naive.viewOf(campaign.criteria, campaign.products, filters);
            expect(table.criteria.map(({ code, levels, target }) => [code, levels, target])).toEqual(
              view.criteria.map(({ code, levels, target }) => [code, levels, target])
            );
            expect([...table.products].sort(byId).map(({ id, levels }) => [id, [...levels]])).toEqual(
              view.products
                .map(({ product, states: own }) => ({
                  id: product.id,
                  levels: own.map((state) => (typeof state === 'number' ? state : states[state]))
                }))
                .sort(byId)
                .map(({ id, levels }) => [id, levels])
            );
          }
        }
      ),
      { numRuns: runs }
    );
  });
});
