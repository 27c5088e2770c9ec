import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as answers from '#lib/server/answers.ts';
import * as missing from '#lib/server/missing.ts';
import * as quartiles from '#lib/server/quartiles.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import * as vendorSizes from '#lib/server/vendor-sizes.ts';
import * as vendors from '#lib/server/vendors.ts';
import type { View } from '#lib/server/view.ts';
import * as naive from './naive.ts';
import { byVendor } from './naive-vendors.ts';
import { randomCampaign, randomFilters, storeCampaign } from './random-campaign.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(10);

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

function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, v: unknown) =>
    typeof v === 'number' && !Number.isInteger(v) ? Number(v.toFixed(12)) : v
  );
}

function isFound<Value>(value: Value | null): value is Value {
  return value !== null;
}

function naiveSpread(view: naive.NaiveView) {
  const rows = byVendor(view);
  const spread = (own: typeof rows, sizeClass: number | null) => {
    const rates = own.map(({ rate }) => rate).filter(isFound);
    return {
      sizeClass,
      vendors: own.length,
      rated: rates.length,
      low: rates.length === 0 ? null : Math.min(...rates),
      q1: naive.quantile(rates, 0.25),
      median: naive.quantile(rates, 0.5),
      q3: naive.quantile(rates, 0.75),
      high: rates.length === 0 ? null : Math.max(...rates)
    };
  };
  const classes = [1, 2, 4].map((from, i) =>
    rows.filter(({ size }) => size >= from && size < ([2, 4][i] ?? Infinity))
  );
  return [spread(rows, null), ...classes.map((own, i) => spread(own, i)).filter((row) => row.vendors > 0)];
}

/** What each product in view misses, in plain loops. */
function naiveMissed(view: naive.NaiveView) {
  return view.products.flatMap(({ product, states }) =>
    view.criteria.flatMap(({ code, target }, i) => {
      const state = states[i];
      if (state === 'not_applicable' || (state === 'unanswered' && view.unanswered === 'exclude')) return [];
      const level = typeof state === 'number' ? state : null;
      const gap = target - (level ?? 0);
      return gap > 0 ? [{ id: product.id, criterion: code, level, target, gap }] : [];
    })
  );
}

function naiveByCriterion(view: naive.NaiveView) {
  const missed = naiveMissed(view);
  return naive
    .byCriterion(view)
    .map(({ code, target, applicable, attained }, place) => {
      const own = missed.filter(({ criterion }) => criterion === code);
      const effort = own.reduce((sum, { gap }) => sum + gap, 0);
      return { criterion: code, target, applicable, attained, missed: own.length, effort, place };
    })
    .filter((row) => row.missed > 0)
    .sort((a, b) => b.missed - a.missed || b.effort - a.effort || a.place - b.place)
    .map(({ criterion, target, applicable, attained, missed: n, effort }) => ({
      criterion,
      target,
      applicable,
      attained,
      missed: n,
      effort
    }));
}

async function compare(view: View, expected: naive.NaiveView): Promise<void> {
  await store.read(async (db) => {
    const spread = await vendorSizes.spread(db, view);
    expect(rounded(spread)).toEqual(rounded(naiveSpread(expected)));
    expect(await missing.byCriterion(db, view)).toEqual(naiveByCriterion(expected));
    const key = ({ id, criterion }: { id: string; criterion: string }) => `${id} ${criterion}`;
    const missed = await missing.byProduct(db, view);
    expect(
      missed
        .map(({ id, criterion, level, target, gap }) => ({ id, criterion, level, target, gap }))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    ).toEqual(naiveMissed(expected).sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    const rates = expected.products.flatMap((p) => (p.applicable === 0 ? [] : [p.attained / p.applicable]));
    expect(rounded(await quartiles.read(db, view))).toEqual(
      rounded({
        rated: rates.length,
        q1: naive.quantile(rates, 0.25),
        median: naive.quantile(rates, 0.5),
        q3: naive.quantile(rates, 0.75)
      })
    );
    const ids = expected.products.slice(0, 3).map(({ product }) => product.id);
    if (ids.length === 0) return;
    const some = await answers.ofProducts(db, view, ids);
    for (const [i, id] of ids.entries()) {
      const own = some.filter((row) => row.id === id);
      expect(own).toEqual(naive.answers(expected, i).map((row) => ({ id, ...row })));
    }
  });
}

describe('what the pages of vendors rest on equals a recomputation in plain loops', () => {
  test.each([
    { name: 'unfiltered', filters: fc.constant({}) },
    { name: 'with any filters and settings', filters: randomFilters }
  ])('$name', async ({ filters }) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, filters, async (campaign, chosen) => {
        const lookAt = await storeCampaign(store, campaign);
        await compare(lookAt(chosen), naive.viewOf(campaign.criteria, campaign.products, chosen));
      }),
      { numRuns: runs, endOnFailure: true }
    );
  });
});

test('a vendor is found by any of its spellings, and goes by the first', async () => {
  const product = (vendor: string, i: number) => ({
    id: String(i),
    product: `P${i}`,
    vendor,
    corridor: '',
    attributes: {},
    cells: [1]
  });
  await storeCampaign(store, {
    criteria: [{ code: 'C', theme: 'T', scope: 'common', levels: 2, target: 2 }],
    products: ['Éclat  Santé', 'ECLAT SANTE', 'éclat santé.'].map(product)
  });
  for (const name of ['eclat santé', 'Éclat Santé!', 'ÉCLAT\u00a0SANTÉ'])
    expect(await store.read((db) => vendors.find(db, name))).toBe('ECLAT SANTE');
  expect(await store.read((db) => vendors.find(db, 'Eclat'))).toBeUndefined();
});
