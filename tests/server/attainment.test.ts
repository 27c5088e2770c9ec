import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { levelGaps } from '#lib/maturity/level-gaps.ts';
import * as answers from '#lib/server/answers.ts';
import * as attainment from '#lib/server/attainment.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import * as naive from './naive.ts';
import { byVendor } from './naive-vendors.ts';
import { oneFilter, randomCampaign, randomFilters, storeCampaign } from './random-campaign.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);

let dir: string;
let store: Store;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'palier-test-'));
  store = await openStore(dir);
});

afterAll(async () => {
  store.close();
  await rm(dir, { recursive: true });
});

/** Counts must be equal; quotients computed in another order may differ in the last bits. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, v: unknown) =>
    typeof v === 'number' && !Number.isInteger(v) ? Number(v.toFixed(12)) : v
  );
}

function sortedBy<Row>(rows: Row[], key: keyof Row): Row[] {
  return [...rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

async function expectEqual(view: View, expected: naive.NaiveView): Promise<void> {
  await store.read(async (db) => {
    expect(rounded(await attainment.overview(db, view))).toEqual(rounded(naive.overview(expected)));
    expect(rounded(await attainment.byCriterion(db, view))).toEqual(rounded(naive.byCriterion(expected)));
    expect(rounded(await attainment.byTheme(db, view))).toEqual(rounded(naive.byTheme(expected)));
    const corridors = sortedBy(await attainment.byCorridor(db, view), 'corridor');
    expect(rounded(corridors)).toEqual(rounded(sortedBy(naive.byCorridor(expected), 'corridor')));
    const products = sortedBy(await attainment.byProduct(db, view), 'id');
    expect(rounded(products)).toEqual(rounded(sortedBy(naive.byProduct(expected), 'id')));
    const vendors = sortedBy(await attainment.byVendor(db, view), 'vendor');
    expect(rounded(vendors)).toEqual(rounded(sortedBy(byVendor(expected), 'vendor')));
    for (const i of [0, expected.products.length - 1]) {
      const id = expected.products[i]?.product.id;
      if (id) expect(await answers.byCriterion(db, view, id)).toEqual(naive.answers(expected, i));
    }
    expect(await attainment.rateBins(db, view)).toEqual(naiveBins(expected));
    expect(levelGaps(await attainment.byCriterion(db, view))).toEqual(naiveGaps(expected));
  });
}

function naiveBins({ products }: naive.NaiveView) {
  const bins = new Map<number, number>();
  for (const { attained, applicable } of products) {
    if (applicable === 0) continue;
    let from = 99;
    while (100 * attained < from * applicable) from--;
    bins.set(from, (bins.get(from) ?? 0) + 1);
  }
  return [...bins].sort(([a], [b]) => a - b).map(([from, products]) => ({ from, products }));
}

function naiveGaps({ criteria, products }: naive.NaiveView) {
  let [gaps, one] = [0, 0];
  for (const { states } of products) {
    states.forEach((state, i) => {
      const missing = typeof state === 'number' ? (criteria[i]?.target ?? 0) - state : 0;
      if (missing > 0) gaps++;
      if (missing === 1) one++;
    });
  }
  return { gaps, one };
}

describe('every question equals a recomputation in plain loops', () => {
  const cases = [
    { name: 'unfiltered', filters: fc.constant({}), share: 0.5 },
    { name: 'with one filter or setting', filters: oneFilter, share: 1 },
    { name: 'with any filters and settings together', filters: randomFilters, share: 1 }
  ];
  test.each(cases)('$name', async ({ filters, share }) => {
    await fc.assert(
      fc.asyncProperty(
        randomCampaign,
        fc.array(filters, { minLength: 1, maxLength: 4 }),
        async (campaign, views) => {
          const lookAt = await storeCampaign(store, campaign);
          for (const chosen of views) {
            await expectEqual(lookAt(chosen), naive.viewOf(campaign.criteria, campaign.products, chosen));
          }
        }
      ),
      { numRuns: Math.ceil(runs * share), endOnFailure: true }
    );
  });
});

describe('on hand-made campaigns', () => {
  const common = { theme: 'Accès', scope: 'common' as const, levels: 3, target: 2 };
  const base = { vendor: 'Beta', corridor: '', attributes: {} };

  function criteria(count: number, changes: Partial<naive.NaiveCriterion> = {}): naive.NaiveCriterion[] {
    return Array.from({ length: count }, (_, i) => ({ code: `C${i}`, ...common, ...changes }));
  }

  function product(name: string, cells: naive.Cell[]): naive.NaiveProduct {
    return { ...base, product: name, id: name, cells };
  }

  function attaining(count: number, of: number): naive.Cell[] {
    return Array.from({ length: of }, (_, i) => (i < count ? 2 : 1));
  }

  test('overview puts products exactly on an edge into the band above it', async () => {
    const products = [11, 33, 44, 55, 10, 32, 43].map((n) => product(`p${n}`, attaining(n, 55)));
    const lookAt = await storeCampaign(store, { criteria: criteria(55), products });
    const { bands } = await store.read((db) => attainment.overview(db, lookAt({})));
    expect(bands.map((band) => band.products)).toEqual([1, 2, 2, 2]);
  });

  test('overview decides bands in whole numbers, where a percentage would be a hair too low', async () => {
    const products = [product('29 of 50', attaining(29, 50))];
    expect((29 / 50) * 100).toBeLessThan(58);
    const lookAt = await storeCampaign(store, { criteria: criteria(50), products });
    const { bands } = await store.read((db) => attainment.overview(db, lookAt({ edges: [58] })));
    expect(bands.map((band) => band.products)).toEqual([0, 1]);
  });

  test('byCriterion counts unanswered as not attained', async () => {
    const cells: naive.Cell[] = [2, null, 'unanswered', 'not_applicable'];
    const lookAt = await storeCampaign(store, {
      criteria: criteria(1),
      products: cells.map((cell, i) => product(`p${i}`, [cell]))
    });
    const [row] = await store.read((db) => attainment.byCriterion(db, lookAt({})));
    expect(row).toMatchObject({ applicable: 4, attained: 1, rate: 0.25, unanswered: 3, notApplicable: 0 });
    const [without] = await store.read((db) => attainment.byCriterion(db, lookAt({ unanswered: 'exclude' })));
    expect(without).toMatchObject({ applicable: 1, attained: 1, rate: 1, unanswered: 3, notApplicable: 0 });
  });

  test('byProduct lists a product with nothing applicable, without rate or band', async () => {
    const lookAt = await storeCampaign(store, {
      criteria: criteria(2, { scope: 'conditional' }),
      products: [product('none', ['not_applicable', null]), product('one', ['unanswered', 3])]
    });
    const rows = await store.read((db) => attainment.byProduct(db, lookAt({})));
    expect(
      rows.map(({ product, applicable, rate, band, effort }) => ({ product, applicable, rate, band, effort }))
    ).toEqual([
      { product: 'none', applicable: 0, rate: null, band: null, effort: 0 },
      { product: 'one', applicable: 2, rate: 0.5, band: '20-60', effort: 2 }
    ]);
    expect(await store.read((db) => attainment.overview(db, lookAt({})))).toMatchObject({
      products: 2,
      rated: 1
    });
  });

  test('the median of no product at all is null, and every count is 0', async () => {
    const lookAt = await storeCampaign(store, { criteria: criteria(2), products: [] });
    expect(await store.read((db) => attainment.overview(db, lookAt({})))).toMatchObject({
      vendors: 0,
      products: 0,
      rated: 0,
      median: null
    });
  });

  test('the levels, unanswered and not applicable of a criterion add up to the products in view', async () => {
    const cells: naive.Cell[] = [1, 2, 3, null, 'unanswered', 'not_applicable'];
    const lookAt = await storeCampaign(store, {
      criteria: criteria(1, { scope: 'conditional' }),
      products: cells.map((cell, i) => product(`p${i}`, [cell]))
    });
    const [row] = await store.read((db) => attainment.byCriterion(db, lookAt({})));
    expect(row).toMatchObject({
      unanswered: 1,
      notApplicable: 2,
      levels: [1, 2, 3].map((level) => ({ level, products: 1 }))
    });
  });
});
