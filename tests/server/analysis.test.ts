import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matrix } from '#lib/maturity/matrix.ts';
import * as analysis from '#lib/server/analysis.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as matrix from '#lib/server/matrix.ts';
import type { Db } from '#lib/server/sql.ts';
import { unhurried } from '#lib/server/unhurried.ts';
import type { View } from '#lib/server/view.ts';
import * as naive from './naive.ts';
import {
  oneFilter,
  randomCampaign,
  randomFilters,
  storeCampaign,
  type RandomCampaign
} from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The matrix from what was put in. */
function naively({ criteria, products }: RandomCampaign, filters: naive.NaiveFilters): Matrix['products'] {
  const view = naive.viewOf(criteria, products, filters);
  const cell = (state: naive.NaiveView['products'][number]['states'][number], k: number) => {
    if (state === 'unanswered') return '?';
    if (state === 'not_applicable') return '-';
    return state >= (view.criteria[k]?.target ?? 0) ? '1' : '0';
  };
  return view.products.map(({ product: { id, product, vendor, corridor }, states }) => ({
    id,
    product,
    vendor,
    vendorKey: plain(vendor),
    corridor,
    vendorProducts: products.filter((other) => plain(other.vendor) === plain(vendor)).length,
    cells: states.map(cell).join('')
  }));
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function eachView(
  check: (db: Db, view: View, campaign: RandomCampaign, filters: naive.NaiveFilters) => Promise<void>
) {
  await withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(
        randomCampaign,
        fc.array(fc.oneof(randomFilters, oneFilter), { minLength: 6, maxLength: 6 }),
        async (campaign, several) => {
          const viewOf = await storeCampaign(store, campaign);
          for (const filters of [{}, ...several])
            await store.read((db) => check(db, viewOf(filters), campaign, filters));
        }
      ),
      { numRuns: runs }
    );
  });
}

describe('the matrix of random campaigns', () => {
  test('holds what was answered, in any view', () =>
    eachView(async (db, view, campaign, filters) => {
      const { criteria, products, unanswered } = await matrix.read(db, view);
      const chosen = naive.viewOf(campaign.criteria, campaign.products, filters).criteria;
      expect(criteria).toEqual(
        chosen.map(({ code, theme, scope, target }) => ({ code, theme, scope, target }))
      );
      expect([...products].sort(byId)).toEqual(naively(campaign, filters).sort(byId));
      expect(unanswered).toBe(filters.unanswered ?? 'count');
    }));

  test('has the counts, in its analysis, that the other pages have', () =>
    eachView(async (db, view) => {
      const found = await analysis.read(db, view);
      const [criteria, products] = [
        await attainment.byCriterion(db, view),
        await attainment.byProduct(db, view)
      ];
      const rungs = [...found.scalogram.rungs].sort((a, b) => a.criterion - b.criterion);
      expect(rungs.map(({ applicable, attained }) => [applicable, attained])).toEqual(
        criteria.map(({ applicable, attained }) => [applicable, attained])
      );
      expect(
        [...found.grid.applicable].map((N, p) => [found.matrix.products[p]?.id, N, found.grid.attained[p]])
      ).toEqual(products.map(({ id, applicable, attained }) => [id, applicable, attained]));
      expect(found.grid.vendors).toBe((await attainment.byVendor(db, view)).length);
    }));
});

test('long work lets others have their turn', async () => {
  function* busy(): Generator<void, string> {
    const end = performance.now() + 300;
    while (performance.now() < end) yield;
    return 'done';
  }
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  expect(await unhurried(busy())).toBe('done');
  clearInterval(other);
  expect(turns).toBeGreaterThan(5);
});
