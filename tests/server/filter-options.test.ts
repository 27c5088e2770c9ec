import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as filterOptions from '#lib/server/filter-options.ts';
import { randomCampaign, storeCampaign } from './random-campaign.ts';
import { byVendor } from './naive-vendors.ts';
import * as naive from './naive.ts';
import { withStore } from './temp-store.ts';

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}

test('the options are what the campaign has: corridors, vendors, and attributes with two values or more', () =>
  fc.assert(
    fc.asyncProperty(randomCampaign, (campaign) =>
      withStore(async (store) => {
        const { campaignId, questionnaireId } = (await storeCampaign(store, campaign))({});
        const options = await store.read((db) => filterOptions.read(db, campaignId, questionnaireId));
        const { criteria, products } = campaign;
        expect(options.corridors).toEqual(unique(products.map(({ corridor }) => corridor)));
        expect(options.themes).toEqual([...new Set(criteria.map(({ theme }) => theme))]);
        expect(options.common).toBe(criteria.filter(({ scope }) => scope === 'common').length);
        expect(unique(options.vendors)).toEqual(
          unique(byVendor(naive.viewOf(criteria, products, {})).map(({ vendor }) => vendor))
        );
        const names = unique(products.flatMap(({ attributes }) => Object.keys(attributes)));
        const attributes = names.flatMap((name) => {
          const values = unique(products.map(({ attributes }) => attributes[name] ?? ''));
          return values.length > 1 ? [{ name, values, isFew: true }] : [];
        });
        expect(options.attributes).toEqual(attributes);
      })
    ),
    { numRuns: 12 }
  ));

test('an attribute of more than thirty values is typed, and at most a thousand are suggested', () =>
  withStore(async (store) => {
    const products = Array.from({ length: 1205 }, (_, i) => ({
      id: String(i),
      product: `P${i}`,
      vendor: `V${i}`,
      corridor: '',
      attributes: { many: `m${i}`, thirty: `t${i % 30}`, one: 'same' },
      cells: [1]
    }));
    const criteria = [{ code: 'C', theme: 'T', scope: 'common' as const, levels: 2, target: 2 }];
    const { campaignId, questionnaireId } = (await storeCampaign(store, { criteria, products }))({});
    const { attributes, vendors } = await store.read((db) =>
      filterOptions.read(db, campaignId, questionnaireId)
    );
    expect(attributes.map(({ name, values, isFew }) => [name, values.length, isFew])).toEqual([
      ['many', 1000, false],
      ['thirty', 30, true]
    ]);
    expect(vendors).toHaveLength(1000);
  }));
