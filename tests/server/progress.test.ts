import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { productId } from '#lib/server/product-id.ts';
import { progress } from '#lib/server/progress.ts';
import type { Store } from '#lib/server/store.ts';
import { importInto } from '#tests/commands/request.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import {
  stateOf,
  viewOf as naiveView,
  type Cell,
  type NaiveCriterion,
  type NaiveFilters,
  type NaiveProduct
} from './naive.ts';
import { pairsOf, storeCampaign } from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

interface Wave {
  criteria: NaiveCriterion[];
  products: NaiveProduct[];
}

function isRated(rows: { band: string | null }[], i: number): boolean {
  return rows[i]?.band != null;
}

/** Definition 12 in plain loops: mean of the rates over the shared criteria, at wave 1's targets, of wave 2 less wave 1. */
function naiveProgress(first: Wave, second: Wave, filters: NaiveFilters) {
  const before = naiveView(first.criteria, first.products, { ...filters, band: [] });
  const after = naiveView(second.criteria, second.products, filters);
  const [ids, nowIds] = [before, after].map(({ products }) => products.map(({ product }) => product.id)) as [
    string[],
    string[]
  ];
  const rates: [number, number][] = [];
  for (const id of nowIds) {
    const [i, j] = [ids.indexOf(id), nowIds.indexOf(id)];
    if (i < 0 || !isRated(before.products, i) || !isRated(after.products, j)) continue;
    const pair = [before, after].map((view, w) => {
      const row = view.products[w === 0 ? i : j];
      let [applicable, attained] = [0, 0];
      view.criteria.forEach((criterion, c) => {
        const other = (w === 0 ? after : before).criteria.find(({ code }) => code === criterion.code);
        if (other?.levels !== criterion.levels) return;
        const target = before.criteria.find(({ code }) => code === criterion.code)?.target ?? NaN;
        const state = row?.states[c] ?? 'not_applicable';
        if (state === 'not_applicable' || (state === 'unanswered' && filters.unanswered === 'exclude'))
          return;
        applicable++;
        if (typeof state === 'number' && state >= target) attained++;
      });
      return applicable === 0 ? null : attained / applicable;
    });
    if (pair[0] != null && pair[1] != null) rates.push([pair[0], pair[1]]);
  }
  const mean = (w: 0 | 1) => rates.reduce((sum, pair) => sum + pair[w], 0) / rates.length;
  return {
    panel: rates.length,
    progress: rates.length === 0 ? null : mean(1) - mean(0),
    entrants: nowIds.filter((id) => !ids.includes(id)).length,
    // a band filter chooses by where products stand now: those that left stand nowhere
    leavers: filters.band ? 0 : ids.filter((id) => !nowIds.includes(id)).length
  };
}

const waveCriterion = fc.record({
  theme: fc.constantFrom('T', 'U'),
  scope: fc.constantFrom('common' as const, 'conditional' as const),
  levels: fc.integer({ min: 2, max: 3 }),
  target: fc.integer({ min: 1, max: 2 })
});

const wave: fc.Arbitrary<Wave> = fc
  .record({
    codes: fc.subarray(['C0', 'C1', 'C2', 'C3', 'C4'], { minLength: 1 }),
    kinds: fc.array(waveCriterion, { minLength: 5, maxLength: 5 }),
    names: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'])
  })
  .chain(({ codes, kinds, names }) => {
    const criteria = codes.map((code, i) => ({
      code,
      ...(kinds[i] ?? { theme: 'T', scope: 'common' as const, levels: 2, target: 1 })
    }));
    const cell = fc.oneof(
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom<Cell>('not_applicable', 'unanswered', null)
    );
    return fc.tuple(...names.map(() => fc.tuple(...criteria.map(() => cell)))).map((cells) => ({
      criteria,
      products: names.map((name, i) => ({
        id: productId('V', name),
        product: name,
        vendor: 'V',
        corridor: '',
        attributes: {},
        cells: cells[i] ?? []
      }))
    }));
  });

const settings: fc.Arbitrary<NaiveFilters> = fc.constantFrom<NaiveFilters>(
  {},
  { unanswered: 'exclude' },
  { scope: ['common'] },
  { theme: ['U'] },
  { band: ['80-100'] }
);

test('progress equals a recomputation in plain loops', () =>
  withStore((store) =>
    fc.assert(
      fc.asyncProperty(wave, wave, settings, async (first, second, filters) => {
        const [before, after] = [await storeCampaign(store, first), await storeCampaign(store, second)];
        const found = await progress(store, before(filters), after(filters));
        const expected = naiveProgress(first, second, filters);
        expect(found).toMatchObject({
          ...expected,
          progress: expected.progress === null ? null : (expect.closeTo(expected.progress, 12) as number)
        });
      }),
      { numRuns: repetitions(12) * 2 }
    )
  ));

describe('on hand-made campaigns', () => {
  async function view(store: Store, code: string) {
    const campaign = await store.read((db) => campaigns.find(db, code));
    if (!campaign) throw new Error(code);
    return viewOf(campaign, pairsOf({})).view;
  }

  test('a criterion whose labels changed is in neither wave’s rate, and wave 1’s target counts in both', () =>
    withStore(async (store) => {
      const q = (changes: Record<string, string>) =>
        file(delimited([criterionRow({ code: 'Q1' }), criterionRow({ code: 'Q2', ...changes })]));
      const answers = (q1: string, q2: string) =>
        file(delimited([{ product: 'A', vendor: 'V', Q1: q1, Q2: q2 }]));
      await importInto(store, { campaign: 'v1', questionnaire: q({}), files: [answers('1', '3')] });
      await importInto(store, {
        campaign: 'reworded',
        questionnaire: q({ level_3_fr: 'Oui, toujours' }),
        files: [answers('2', '1')]
      });
      await importInto(store, {
        campaign: 'harder',
        questionnaire: q({ target: '3' }),
        files: [answers('2', '2')]
      });
      const to = async (code: string) => {
        const [before, after] = [await view(store, 'v1'), await view(store, code)];
        return progress(store, before, after);
      };
      expect(await to('reworded')).toMatchObject({ panel: 1, progress: 1 });
      expect(await to('harder')).toMatchObject({ panel: 1, progress: 0.5 });
    }));
});

test('the naive states are those of definition 1', () => {
  expect([null, 'unanswered', 'not_applicable', 2].map((cell) => stateOf(cell as Cell, 'common'))).toEqual([
    'unanswered',
    'unanswered',
    'unanswered',
    2
  ]);
  expect(
    [null, 'unanswered', 'not_applicable', 2].map((cell) => stateOf(cell as Cell, 'conditional'))
  ).toEqual(['not_applicable', 'unanswered', 'not_applicable', 2]);
});
