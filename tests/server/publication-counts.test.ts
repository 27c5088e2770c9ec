import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellKey, cellName, corridorName, type Count } from '#lib/maturity/publication/cell.ts';
import { isSafe } from '#lib/maturity/disclosure/sensitivity.ts';
import type { Segment } from '#lib/maturity/publication/facts.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { cellsOf } from '#lib/server/publication-counts.ts';
import * as countedSegments from '#lib/server/publication-segment-counts.ts';
import * as segments from '#lib/server/publication-segments.ts';
import * as naive from './naive.ts';
import { randomCampaign, storeCampaign } from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);

type Products = naive.NaiveView['products'];
type Dimensions = Parameters<typeof cellName>[2];

function count(measure: Count['measure'], dimensions: Dimensions, value: number): Count {
  return { ...cellName('c', measure, dimensions), value };
}

function fold(text: string): string {
  return naive.plain(text);
}

/** The part of the view on some criteria, with the products' own counts over these alone. */
function onCriteria({ criteria, products }: naive.NaiveView, kept: boolean[]) {
  return products.map(({ product, states }) => {
    const own = states.filter((_, i) => kept[i]);
    const targets = criteria.filter((_, i) => kept[i]).map(({ target }) => target);
    return {
      product,
      applicable: own.filter((state) => state !== 'not_applicable').length,
      attained: own.filter((state, i) => typeof state === 'number' && state >= (targets[i] ?? 0)).length
    };
  });
}

type Scored = ReturnType<typeof onCriteria>;

function bandsOf(rows: Scored, dimensions: Dimensions): Count[] {
  const names = ['0-20', '20-60', '60-80', '80-100'];
  return [
    count('rated', dimensions, rows.filter(({ applicable }) => applicable > 0).length),
    ...names.map((band) =>
      count(
        'products',
        { ...dimensions, band },
        rows.filter((r) => naive.bandOf(r.attained, r.applicable, [20, 60, 80]) === band).length
      )
    )
  ];
}

function sizes(rows: Scored, dimensions: Dimensions): Count[] {
  return [
    count('vendors', dimensions, new Set(rows.map(({ product }) => fold(product.vendor))).size),
    count('products', dimensions, rows.length)
  ];
}

function answers(rows: Scored, dimensions: Dimensions): Count[] {
  const sum = (of: 'applicable' | 'attained') => rows.reduce((total, row) => total + row[of], 0);
  return [count('applicable', dimensions, sum('applicable')), count('attained', dimensions, sum('attained'))];
}

function segmentCounts(view: naive.NaiveView, corridors: string[], themes: string[]): Count[] {
  const of = (theme?: string) =>
    onCriteria(
      view,
      view.criteria.map((c) => theme === undefined || c.theme === theme)
    );
  const inside = (rows: Scored, corridor: string) => rows.filter((r) => r.product.corridor === corridor);
  const all = of();
  const parts = corridors.length > 1 ? corridors : [];
  return [
    ...sizes(all, {}),
    ...bandsOf(all, {}),
    ...parts.flatMap((corridor) => {
      const at = { corridor: corridorName(corridor) };
      const rows = inside(all, corridor);
      return [...sizes(rows, at), ...bandsOf(rows, at), ...answers(rows, at)];
    }),
    ...(themes.length > 1 ? themes : []).flatMap((theme) => [
      ...bandsOf(of(theme), { theme }),
      ...parts.flatMap((corridor) => {
        const at = { theme, corridor: corridorName(corridor) };
        return [...bandsOf(inside(of(theme), corridor), at), ...answers(inside(of(theme), corridor), at)];
      })
    ])
  ];
}

function stateCounts(criterion: naive.NaiveCriterion, states: naive.State[], dimensions: Dimensions) {
  const applicable = states.filter((state) => state !== 'not_applicable');
  return [
    count('applicable', dimensions, applicable.length),
    count(
      'attained',
      dimensions,
      applicable.filter((state) => typeof state === 'number' && state >= criterion.target).length
    )
  ];
}

function openCounts(states: naive.State[], dimensions: Dimensions): Count[] {
  return [
    count('unanswered', dimensions, states.filter((state) => state === 'unanswered').length),
    count('not_applicable', dimensions, states.filter((state) => state === 'not_applicable').length)
  ];
}

function criterionCounts(view: naive.NaiveView, corridors: string[]): Count[] {
  return view.criteria.flatMap((criterion, i) => {
    const statesOf = (products: Products) => products.map(({ states }) => states[i] ?? 'unanswered');
    const all = statesOf(view.products);
    return [
      ...stateCounts(criterion, all, { criterion: criterion.code }),
      ...openCounts(all, { criterion: criterion.code }),
      ...Array.from({ length: criterion.levels }, (_, l) =>
        count(
          'level',
          { criterion: criterion.code, level: String(l + 1) },
          all.filter((state) => state === l + 1).length
        )
      ),
      ...(corridors.length > 1 ? corridors : []).flatMap((corridor) =>
        stateCounts(criterion, statesOf(view.products.filter((p) => p.product.corridor === corridor)), {
          criterion: criterion.code,
          corridor: corridorName(corridor)
        })
      )
    ];
  });
}

function themeCounts(view: naive.NaiveView, themes: string[]): Count[] {
  if (themes.length < 2) return [];
  return themes.flatMap((theme) => {
    const kept = view.criteria.map((c) => c.theme === theme);
    const states = view.products.flatMap((p) => p.states.filter((_, i) => kept[i]));
    return [...answers(onCriteria(view, kept), { theme }), ...openCounts(states, { theme })];
  });
}

function sorted(counts: Count[]): [string, number][] {
  return counts.map((c): [string, number] => [cellKey(c), c.value]).sort(([a], [b]) => (a < b ? -1 : 1));
}

test('every count of the closed list is that of the rows, and no other is there', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, async (campaign) => {
        const view = (await storeCampaign(store, campaign))({});
        const found = await store.read((db) =>
          cellsOf(db, view, { campaign: 'c', criteriaByCorridor: true })
        );
        const expected = naive.viewOf(campaign.criteria, campaign.products, {});
        const corridors = [...new Set(campaign.products.map(({ corridor }) => corridor))];
        const themes = [...new Set(campaign.criteria.map(({ theme }) => theme))];
        if (campaign.products.length === 0) {
          expect(found.map(({ measure, value }) => [measure, value])).toEqual([
            ['vendors', 0],
            ['products', 0],
            ['rated', 0]
          ]);
          return;
        }
        expect(sorted(found)).toEqual(
          sorted([
            ...segmentCounts(expected, corridors, themes),
            ...themeCounts(expected, themes),
            ...criterionCounts(expected, corridors)
          ])
        );
      }),
      { numRuns: runs }
    );
  }));

test('segments counted a theme at a time are those counted at once', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, async (campaign) => {
        const view = (await storeCampaign(store, campaign))({});
        const [once, one] = await store.read(async (db) => [
          await countedSegments.list(db, view),
          await countedSegments.list(db, view, 1)
        ]);
        expect(one).toEqual(once);
      }),
      { numRuns: runs }
    );
  }));

test('a segment knows what is left once one vendor’s products are taken away', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, async (campaign) => {
        const view = (await storeCampaign(store, campaign))({});
        const rows = await store.read((db) => segments.list(db, view));
        const naiveView = naive.viewOf(campaign.criteria, campaign.products, {});
        for (const row of rows) {
          const scored = onCriteria(
            naiveView,
            campaign.criteria.map((c) => row.theme === null || c.theme === row.theme)
          ).filter(({ product }) => row.corridor === null || product.corridor === row.corridor);
          const rated = scored.filter(({ applicable }) => applicable > 0);
          const vendors = [...new Set(scored.map(({ product }) => fold(product.vendor)))];
          const left = vendors.map((v) => rated.filter(({ product }) => fold(product.vendor) !== v));
          const least = (of: (rest: Scored) => number) => Math.min(...left.map(of));
          expect(row.ratedVendors).toBe(new Set(rated.map(({ product }) => fold(product.vendor))).size);
          expect(row.rated - row.largestVendor).toBe(least((rest) => rest.length));
          expect(row.attainingWithoutOne).toBe(least((rest) => rest.filter((r) => r.attained > 0).length));
          expect(row.outsideWithoutOne).toEqual(
            ['0-20', '20-60', '60-80', '80-100'].map((band) =>
              least(
                (rest) =>
                  rest.filter((r) => naive.bandOf(r.attained, r.applicable, [20, 60, 80]) !== band).length
              )
            )
          );
        }
      }),
      { numRuns: runs }
    );
  }));

test('a segment that is safe at worst is safe; of the others all is told exactly', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, fc.integer({ min: 1, max: 8 }), async (campaign, products) => {
        const view = (await storeCampaign(store, campaign))({});
        const isSettled = (row: Segment) => isSafe(row, { ...defaultThresholds, products });
        const [exact, some] = await store.read(async (db) => [
          await segments.list(db, view),
          await segments.list(db, view, isSettled)
        ]);
        exact.forEach((row, i) => {
          expect(some[i]).toMatchObject({ theme: row.theme, corridor: row.corridor, bands: row.bands });
          if (isSettled(some[i] as Segment)) expect(isSettled(row)).toBe(true);
          else expect(some[i]).toEqual(row);
        });
      }),
      { numRuns: runs }
    );
  }));
