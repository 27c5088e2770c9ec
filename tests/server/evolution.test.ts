import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandKey } from '#lib/maturity/bands.ts';
import type { Evolution } from '#lib/maturity/evolution.ts';
import type { Place } from '#lib/maturity/flows.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { evolution } from '#lib/server/evolution.ts';
import { progress } from '#lib/server/progress.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { Store } from '#lib/server/store.ts';
import * as naive from './naive-evolution.ts';
import { storeCampaign } from './random-campaign.ts';
import { settings, wave } from './random-waves.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = { numRuns: repetitions(8) * 2 };

function near<T extends object>(values: T): T {
  const rounded = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? expect.closeTo(value, 10) : value
  ]);
  return Object.fromEntries(rounded) as T;
}

function flowsByName({ flows, bands }: Evolution): Record<string, number> {
  const place = (at: Place) => (typeof at === 'number' ? bandKey(bands[at] ?? { from: NaN, to: NaN }) : at);
  return Object.fromEntries(
    flows.map(({ from, to, products }) => [`${place(from)} → ${place(to)}`, products])
  );
}

test('evolution equals a recomputation in plain loops, whatever changed in the questionnaire', () =>
  withStore((store) =>
    fc.assert(
      fc.asyncProperty(wave, wave, settings, async (first, second, filters) => {
        const [before, after] = [await storeCampaign(store, first), await storeCampaign(store, second)];
        const found = await evolution(store, before(filters), after(filters));
        const both = naive.views(first, second, filters);
        const expected = naive.waves(both);
        expect(found.before).toMatchObject(near(expected.before));
        expect(found.after).toMatchObject(near(expected.after));
        const parts = naive.decomposition(both);
        expect(found.decomposition).toEqual(parts && near(parts));
        expect(found.panel).toMatchObject(near(naive.panel(both)));
        expect(flowsByName(found)).toEqual(naive.flows(both));
        const compared = [...found.criteria].sort((a, b) => (a.code < b.code ? -1 : 1));
        const counted = naive.criteria(both).sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(compared).toMatchObject(counted);
        expect(Object.fromEntries(found.notCompared.map(({ code, obstacle }) => [code, obstacle]))).toEqual(
          naive.notCompared(first, second, both)
        );
      }),
      runs
    )
  ));

test('the parts add up to the difference of the mean rates, and progress is the overview’s', () =>
  withStore((store) =>
    fc.assert(
      fc.asyncProperty(wave, wave, settings, async (first, second, filters) => {
        const [before, after] = [
          (await storeCampaign(store, first))(filters),
          (await storeCampaign(store, second))(filters)
        ];
        const { decomposition, panel } = await evolution(store, before, after);
        const alone = await progress(store, before, after);
        expect([panel.products, panel.progress]).toEqual([alone.panel, alone.progress]);
        if (!decomposition) return;
        const { leavers, entrants, progress: part, questionnaire, before: m1, after: m2 } = decomposition;
        expect(leavers + entrants + part + questionnaire).toBeCloseTo(m2 - m1, 12);
        expect(part).toBe(alone.progress);
      }),
      runs
    )
  ));

describe('on the sample', () => {
  async function sample(store: Store, from: string, to: string, pairs: [string, string][] = []) {
    const view = async (code: string) => {
      const campaign = await store.read((db) => campaigns.find(db, code));
      if (!campaign) throw new Error(code);
      return viewOf(campaign, pairs).view;
    };
    const [before, after] = [await view(from), await view(to)];
    return { before, after, found: await evolution(store, before, after) };
  }

  test('the cross-section is that of the overview, and a campaign beside itself does not change', () =>
    withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const { before, after, found } = await sample(store, 'v1', 'v2');
      for (const [view, wave] of [
        [before, found.before],
        [after, found.after]
      ] as const) {
        const { vendors, products, rated, median } = await store.read((db) => attainment.overview(db, view));
        expect(wave).toMatchObject({ vendors, products, rated, median: expect.closeTo(median ?? NaN, 12) });
      }
      const { found: still } = await sample(store, 'v2', 'v2');
      expect(still.moves).toMatchObject({ up: 0, down: 0 });
      expect(still.panel).toMatchObject({ up: 0, down: 0, progress: 0, p: 1 });
      expect(
        still.criteria.every(({ change, p, adjusted }) => change === 0 && p === 1 && adjusted === 1)
      ).toBe(true);
      expect(still.notCompared).toEqual([]);
    }));

  test('a filter that no product passes gives nothing', () =>
    withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const { found } = await sample(store, 'v1', 'v2', [['corridor', 'Nulle part']]);
      expect(found).toMatchObject({
        common: 0,
        flows: [],
        decomposition: null,
        panel: { products: 0, progress: null, p: null }
      });
    }));
});
