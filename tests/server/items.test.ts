import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as byCorridor from '#lib/server/by-corridor.ts';
import * as oneCriterion from '#lib/server/one-criterion.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import * as themeProfile from '#lib/server/theme-profile.ts';
import type { View } from '#lib/server/view.ts';
import * as naive from './naive.ts';
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

type Rows = naive.NaiveView['products'];
type State = Rows[number]['states'][number];

function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, v: unknown) =>
    typeof v === 'number' && !Number.isInteger(v) ? Number(v.toFixed(12)) : v
  );
}

function isCounted(state: State, { unanswered }: naive.NaiveView): boolean {
  if (state === 'not_applicable') return false;
  return state !== 'unanswered' || unanswered === 'count';
}

function countsIn(view: naive.NaiveView, row: Rows[number], theme: string) {
  let [applicable, attained] = [0, 0];
  view.criteria.forEach((criterion, i) => {
    const state = row.states[i] as State;
    if (criterion.theme !== theme || !isCounted(state, view)) return;
    applicable++;
    if (typeof state === 'number' && state >= criterion.target) attained++;
  });
  return { applicable, attained };
}

function naiveProfile(view: naive.NaiveView, id: string) {
  return [...new Set(view.criteria.map(({ theme }) => theme))].map((theme) => {
    const counts = view.products.map((row) => ({ id: row.product.id, ...countsIn(view, row, theme) }));
    const rates = counts.filter(({ applicable }) => applicable > 0).map((c) => c.attained / c.applicable);
    const own = counts.find((c) => c.id === id);
    return {
      theme,
      applicable: own?.applicable ?? 0,
      attained: own?.attained ?? 0,
      products: rates.length,
      q1: naive.quantile(rates, 0.25),
      median: naive.quantile(rates, 0.5),
      q3: naive.quantile(rates, 0.75)
    };
  });
}

function naiveByCorridor(view: naive.NaiveView) {
  const corridors = [...new Set(view.products.map(({ product }) => product.corridor))].sort();
  const tables = corridors.map((corridor) => {
    const products = view.products.filter(({ product }) => product.corridor === corridor);
    return naive.byCriterion({ ...view, products }).map((row) => ({ corridor, ...row }));
  });
  return view.criteria.flatMap((_, i) => tables.map((table) => table[i]));
}

/** The bands with one criterion attained by all to which it applies, by counting anew. */
function naiveIfAttained(view: naive.NaiveView, index: number) {
  const target = view.criteria[index]?.target ?? 0;
  const tally = (bands: (string | null)[]) => {
    const all = [0, ...view.edges, 100];
    return {
      rated: bands.filter((band) => band !== null).length,
      bands: all.slice(1).map((to, i) => {
        const from = all[i] ?? 0;
        return { from, to, products: bands.filter((band) => band === `${from}-${to}`).length };
      })
    };
  };
  let [gaining, rising] = [0, 0];
  const after = view.products.map((row) => {
    const state = row.states[index] as State;
    const gains = state !== 'not_applicable' && !(typeof state === 'number' && state >= target);
    const added = gains && !isCounted(state, view) ? 1 : 0;
    const band = naive.bandOf(row.attained + (gains ? 1 : 0), row.applicable + added, view.edges);
    if (gains) gaining++;
    if (band !== row.band) rising++;
    return band;
  });
  return { before: tally(view.products.map(({ band }) => band)), after: tally(after), gaining, rising };
}

async function compare(view: View, expected: naive.NaiveView): Promise<void> {
  await store.read(async (db) => {
    const id = expected.products[0]?.product.id ?? 'none';
    if (expected.products.length > 0)
      expect(rounded(await themeProfile.ofProduct(db, view, id))).toEqual(
        rounded(naiveProfile(expected, id))
      );
    expect(rounded(await byCorridor.byCriterion(db, view))).toEqual(rounded(naiveByCorridor(expected)));
    for (const [i, { code }] of expected.criteria.entries()) {
      if (i % 3 > 0) continue;
      expect(await oneCriterion.ifAttained(db, view, code)).toEqual(naiveIfAttained(expected, i));
      const levels = (await oneCriterion.byProduct(db, view, code)).map((row) => [
        row.id,
        row.level,
        row.state
      ]);
      const states = expected.products.map(({ product, states }) => {
        const state = states[i] as State;
        return typeof state === 'number' ? [product.id, state, 'level'] : [product.id, null, state];
      });
      expect(levels.sort()).toEqual(states.sort());
    }
  });
}

describe('what the pages of one product and one criterion rest on equals a recomputation in plain loops', () => {
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
