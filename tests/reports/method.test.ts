import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import { methodPart, methodParts } from '#lib/reports/method-anchors.ts';
import { methodReport } from '#lib/reports/method.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as naive from '../server/naive.ts';
import { pairsOf, randomCampaign, randomFilters, storeCampaign } from '../server/random-campaign.ts';
import { withStore } from '../server/temp-store.ts';
import { plain } from './claims.ts';

/** The numbers in the text of a formula. */
function numbers(formula: string): number[] {
  return [...formula.matchAll(/<mn>([^<]+)<\/mn>/g)].map(([, text = '']) =>
    Number(text.replace(/[\u00a0,]/g, (mark) => (mark === ',' ? '.' : '')))
  );
}

test('the worked example’s steps give the interval of the criterion that it names, and every part has its anchor', () =>
  fc.assert(
    fc.asyncProperty(
      randomCampaign,
      fc.oneof(fc.constant({}), randomFilters),
      fc.constantFrom<Locale>('fr', 'en'),
      (campaign, filters: naive.NaiveFilters, locale) =>
        withStore(async (store) => {
          const { campaignId } = (await storeCampaign(store, campaign))(filters);
          const stored = (await store.read(campaigns.list)).find(({ id }) => id === campaignId);
          if (!stored) throw new Error('not stored');
          const { sections } = await methodReport(store, viewOf(stored, pairsOf(filters)), locale);
          expect(['settings', ...sections.map(({ id }) => id)].sort()).toEqual([...methodParts].sort());
          const view = naive.viewOf(campaign.criteria, campaign.products, filters);
          const rated = naive.byCriterion(view).filter(({ rate }) => rate !== null);
          const example = sections.find(({ id }) => id === 'criterion')?.example;
          expect(example === undefined).toBe(rated.length === 0);
          if (!example) return;
          const code = /(C\d+) /.exec(plain(example.words))?.[1];
          const own = rated.find((row) => row.code === code);
          const [, , share] = numbers(example.formulas[0] ?? '');
          expect(share).toBeCloseTo(own?.rate ?? NaN, 4);
          const bounds = example.formulas.slice(1).map((formula) => numbers(formula));
          expect(bounds[0]?.at(-1)).toBeCloseTo(own?.low ?? NaN, 3);
          expect(bounds[1]?.at(-1)).toBeCloseTo(own?.high ?? NaN, 3);
          const [centre = NaN, half = NaN, scale = NaN] = bounds[0] ?? [];
          expect((centre - half) / scale).toBeCloseTo(own?.low ?? NaN, 3);
          expect((centre + half) / scale).toBeCloseTo(own?.high ?? NaN, 3);
        })
    ),
    { numRuns: 12, endOnFailure: true }
  ));

test.each([
  ['tornado', 'tornado'],
  ['item-rest', 'item-rest'],
  ['criterion-pairs', 'pairs'],
  ['intervals', 'bootstrap'],
  ['reproducibility', 'reproducibility']
])('the figure %s of the analysis leads to its own rule', (id, part) => {
  expect(
    methodPart({
      id,
      drawing: {
        chart: 'rankedValues',
        rows: { rows: [], from: 0, to: 1, ticks: [], references: [], head: '' }
      }
    })
  ).toBe(part);
});

test('a figure without a rule of its own leads to that of its drawing, a table to how a rate is made', () => {
  expect(methodPart({ id: 'band-change', drawing: { chart: 'bandChange', rows: { bands: [] } } })).toBe(
    'bands'
  );
  expect(methodPart({ id: 'products' })).toBe('attainment');
});
