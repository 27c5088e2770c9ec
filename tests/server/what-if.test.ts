import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withinReach } from '#lib/maturity/within-reach.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as bandVariants from '#lib/server/band-variants.ts';
import { criteriaByCorridor, placements } from '#lib/server/criteria-by-corridor.ts';
import * as ifAttained from '#lib/server/if-attained.ts';
import * as oneCriterion from '#lib/server/one-criterion.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import * as naive from './naive.ts';
import { randomCampaign, randomFilters, storeCampaign, type RandomCampaign } from './random-campaign.ts';
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

interface Seen {
  view: View;
  seen: naive.NaiveView;
  campaign: RandomCampaign;
  filters: naive.NaiveFilters;
}

async function always(check: (seen: Seen) => Promise<void>): Promise<void> {
  const filters = fc.oneof(fc.constant<naive.NaiveFilters>({}), randomFilters);
  await fc.assert(
    fc.asyncProperty(randomCampaign, filters, async (campaign, filters) => {
      const view = (await storeCampaign(store, campaign))(filters);
      await check({
        view,
        campaign,
        filters,
        seen: naive.viewOf(campaign.criteria, campaign.products, filters)
      });
    }),
    { numRuns: runs, endOnFailure: true }
  );
}

function countBy(names: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function namesOf(bands: { from: number; to: number; products: number }[]): Record<string, number> {
  const filled = bands.filter(({ products }) => products > 0);
  return Object.fromEntries(filled.map(({ from, to, products }) => [`${from}-${to}`, products]));
}

/** The view's products banded again after their cells are changed, whatever band they are in then. */
function rebanded(
  { campaign, seen, filters }: Seen,
  change: Partial<naive.NaiveFilters>,
  cell: (cell: naive.Cell, code: string) => naive.Cell = (same) => same
) {
  const { theme, scope, edges, unanswered } = filters;
  const products = seen.products.map(({ product }) => ({
    ...product,
    cells: product.cells.map((own, i) => cell(own, campaign.criteria[i]?.code ?? ''))
  }));
  const settings = { theme, scope, edges, unanswered, ...change };
  return naive.viewOf(campaign.criteria, products, settings).products;
}

test('attaining each criterion everywhere is what answering it at target everywhere does', async () => {
  await always(async (seen) => {
    const rows = await store.read((db) => ifAttained.byCriterion(db, seen.view));
    expect(rows.map(({ code }) => code)).toEqual(seen.seen.criteria.map(({ code }) => code));
    const top = `${seen.seen.edges.at(-1)}-100`;
    for (const [i, { code, target, scope }] of seen.seen.criteria.entries()) {
      const fails = seen.seen.products.map(({ states }) => {
        const state = states[i];
        return state === 'unanswered' || (typeof state === 'number' && state < target);
      });
      const after = rebanded(seen, {}, (cell, own) =>
        own === code && (typeof cell === 'number' || naive.stateOf(cell, scope) === 'unanswered')
          ? Math.max(target, Number(cell) || 0)
          : cell
      );
      const moved = after.filter(({ band }, p) => band !== seen.seen.products[p]?.band);
      expect(rows[i]).toEqual({
        code,
        gaining: fails.filter(Boolean).length,
        rising: moved.length,
        entering: moved.filter(({ band }) => band === top).length
      });
    }
  });
});

test('each criterion’s row is that of its own page', async () => {
  await always(async ({ view }) => {
    const rows = await store.read((db) => ifAttained.byCriterion(db, view));
    for (const { code, gaining, rising } of rows.slice(0, 3)) {
      const own = await store.read((db) => oneCriterion.ifAttained(db, view, code));
      expect({ gaining, rising }).toEqual({ gaining: own.gaining, rising: own.rising });
    }
  });
});

test('variants of the settings are the view computed anew with each', async () => {
  await always(async (seen) => {
    const variants = await store.read((db) => bandVariants.read(db, seen.view));
    const edges = seen.seen.edges;
    expect(namesOf(variants[0]?.bands ?? [])).toEqual(countBy(seen.seen.products.map(({ band }) => band)));
    for (const { change, bands, rated } of variants) {
      const scopes = new Map(seen.campaign.criteria.map(({ code, scope }) => [code, scope]));
      const products =
        change.kind === 'blank'
          ? rebanded(seen, {}, (cell, code) =>
              cell === null && scopes.get(code) === 'conditional' ? 'unanswered' : cell
            )
          : rebanded(seen, {
              ...(change.kind === 'unanswered' ? { unanswered: change.rule } : {}),
              ...(change.kind === 'edge'
                ? { edges: edges.map((edge) => (edge === change.from ? change.to : edge)) }
                : {})
            });
      expect(namesOf(bands)).toEqual(countBy(products.map(({ band }) => band)));
      expect(rated).toBe(products.filter(({ band }) => band !== null).length);
    }
    const moved = variants.flatMap(({ change }) => (change.kind === 'edge' ? [change] : []));
    const possible = edges.flatMap((from, i) =>
      [-5, 5]
        .map((by) => ({ kind: 'edge', from, to: from + by }))
        .filter(({ to }) => to >= 1 && to <= 99 && to > (edges[i - 1] ?? 0) && to < (edges[i + 1] ?? 100))
    );
    expect(moved).toEqual(possible);
    const rule = seen.seen.unanswered === 'count' ? 'exclude' : 'count';
    expect(variants.slice(-2).map(({ change }) => change)).toEqual([
      { kind: 'unanswered', rule },
      { kind: 'blank' }
    ]);
  });
});

test('products within reach change band with their criteria and not with one fewer', async () => {
  await always(async ({ view, seen }) => {
    const near = withinReach(await store.read((db) => attainment.byProduct(db, view)), view.filters.edges);
    const found = new Map(near.map((product) => [product.id, product.next]));
    for (const { product, attained, applicable, band } of seen.products) {
      const reach = [1, 2].find(
        (more) =>
          attained + more <= applicable && naive.bandOf(attained + more, applicable, seen.edges) !== band
      );
      const next = found.get(product.id);
      expect(next?.missing).toBe(reach);
      if (reach) expect(next?.key).toBe(naive.bandOf(attained + reach, applicable, seen.edges));
    }
  });
});

test('the cells of criterion and corridor are the criterion over that corridor’s products, and add up', async () => {
  await always(async ({ view, seen }) => {
    const rows = await store.read((db) => criteriaByCorridor(db, view));
    const all = naive.byCriterion(seen);
    const corridors = [...new Set(seen.products.map(({ product }) => product.corridor))].sort();
    expect(rows.map(({ code, applicable, attained }) => ({ code, applicable, attained }))).toEqual(
      all.map(({ code, applicable, attained }) => ({ code, applicable, attained }))
    );
    for (const [i, { corridors: cells, p, adjusted, draws }] of rows.entries()) {
      expect(cells.map(({ corridor }) => corridor)).toEqual(corridors);
      for (const { corridor, applicable, attained, rate } of cells) {
        const own = seen.products.filter(({ product }) => product.corridor === corridor);
        const expected = naive.byCriterion({ ...seen, products: own })[i];
        expect({ applicable, attained, rate }).toEqual({
          applicable: expected?.applicable,
          attained: expected?.attained,
          rate: expected?.rate
        });
      }
      const compared = cells.filter(({ applicable }) => applicable > 0).length > 1;
      expect([p === null, adjusted === null, draws === null]).toEqual(Array(3).fill(!compared));
      if (p !== null) expect(adjusted).toBeGreaterThanOrEqual(p - 1e-12);
    }
  });
});

test('placements hold each product’s marks, vendors folded', async () => {
  await always(async ({ view, seen }) => {
    const rows = await store.read((db) => placements(db, view));
    const marks = seen.products.map(({ product, states }) => ({
      corridor: product.corridor,
      vendorKey: product.vendor.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
      marks: states
        .map((state, i) => {
          if (state === 'not_applicable') return '-';
          if (state === 'unanswered') return seen.unanswered === 'exclude' ? '-' : '0';
          return state >= (seen.criteria[i]?.target ?? 0) ? '1' : '0';
        })
        .join('')
    }));
    const plain = (list: object[]) => list.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    const folded = rows.map((row) => ({ ...row, vendorKey: row.vendorKey.replaceAll('-', ' ') }));
    expect(plain(folded)).toEqual(
      plain(marks.map((row) => ({ ...row, vendorKey: row.vendorKey.replaceAll('-', ' ') })))
    );
  });
});
