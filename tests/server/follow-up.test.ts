import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FollowUpState } from '#lib/maturity/follow-up.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as expectedLinks from '#lib/server/expected-links.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import { productId } from '#lib/server/product-id.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { randomCampaign, storeCampaign } from './random-campaign.ts';
import type { NaiveCriterion, NaiveProduct } from './naive.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(12);

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

/** Straight from the definitions: begun with the first answer, complete without an unanswered applicable criterion. */
function naiveState(product: NaiveProduct | undefined, criteria: NaiveCriterion[]): FollowUpState {
  if (!product) return 'none';
  let [answered, open] = [0, 0];
  criteria.forEach(({ scope }, i) => {
    const cell = product.cells[i] ?? null;
    if (typeof cell === 'number') answered++;
    else if (scope === 'conditional' && cell === 'not_applicable') answered++;
    else if (scope === 'common' || cell === 'unanswered') open++;
  });
  if (answered === 0) return 'none';
  return open > 0 ? 'incomplete' : 'complete';
}

const stray = fc.constantFrom(
  { product: 'Jamais vu', vendor: 'Personne', corridor: 'Hôpital' },
  { product: 'Jamais vu non plus', vendor: 'Personne', corridor: '' },
  { product: 'Encore un', vendor: 'Beta', corridor: 'Imagerie' }
);

test('followUp says of each expected product how far it is, and who else answered', () =>
  fc.assert(
    fc.asyncProperty(
      randomCampaign,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      fc.uniqueArray(stray),
      fc.nat(),
      async ({ criteria, products }, chosen, strays, pick) => {
        const view = (await storeCampaign(store, { criteria, products }))({});
        const listed = products.filter((_, i) => chosen[i]);
        const others = products.filter((_, i) => !chosen[i]);
        const list = [
          ...listed.map(({ product, vendor, corridor }) => ({ product, vendor, corridor })),
          ...strays
        ];
        const [stranger, linked] = [strays[0], others[pick % Math.max(1, others.length)]];
        const expectedId = stranger && productId(stranger.vendor, stranger.product);
        await store.write(async (db) => {
          await expectedProducts.update(db, view.campaignId, list);
          if (expectedId && linked)
            expect(
              await expectedLinks.create(db, {
                campaignId: view.campaignId,
                expected: expectedId,
                product: linked.id
              })
            ).toBe(true);
        });
        const found = await store.read((db) => expectedProducts.followUp(db, view.campaignId));
        const states = list.map(({ product, vendor }) => {
          const id = productId(vendor, product);
          const own = products.find((one) => one.id === id) ?? (id === expectedId ? linked : undefined);
          return [id, naiveState(own, criteria)] as const;
        });
        expect(new Map(found.products.map(({ id, state }) => [id, state]))).toEqual(new Map(states));
        const of = (state: FollowUpState) => states.filter(([, one]) => one === state).length;
        expect(found).toMatchObject({
          expected: list.length,
          begun: list.length - of('none'),
          incomplete: of('incomplete'),
          complete: of('complete')
        });
        const isLinked = ({ id }: { id: string }) => expectedId !== undefined && id === linked?.id;
        expect(new Set(found.unexpected.map(({ id }) => id))).toEqual(
          new Set(others.filter((one) => !isLinked(one)).map(({ id }) => id))
        );
        const sum = (key: 'expected' | 'begun' | 'incomplete' | 'complete') =>
          found.corridors.reduce((total, corridor) => total + corridor[key], 0);
        expect([sum('expected'), sum('begun'), sum('incomplete'), sum('complete')]).toEqual([
          found.expected,
          found.begun,
          found.incomplete,
          found.complete
        ]);
        expect(await store.read((db) => expectedProducts.progress(db, view.campaignId))).toEqual(
          list.length > 0 ? { expected: found.expected, answered: found.begun } : undefined
        );
      }
    ),
    { numRuns: runs }
  ));

test('a link fits only an expected product and one that answered unasked, and is taken back', async () => {
  const cells = [2];
  const product = (name: string) => ({
    product: name,
    vendor: 'Acme',
    corridor: '',
    attributes: {},
    cells,
    id: productId('Acme', name)
  });
  const criteria = [{ code: 'C0', theme: 'A', scope: 'common' as const, levels: 3, target: 2 }];
  const view = (await storeCampaign(store, { criteria, products: [product('Un'), product('Deux')] }))({});
  const { campaignId } = view;
  const expected = ['Un', 'Trois', 'Quatre'].map((name) => ({ product: name, vendor: 'Acme', corridor: '' }));
  const id = (name: string) => productId('Acme', name);
  const link = (from: string, to: string) =>
    store.write((db) => expectedLinks.create(db, { campaignId, expected: id(from), product: id(to) }));
  const states = async () => {
    const { products } = await store.read((db) => expectedProducts.followUp(db, campaignId));
    return Object.fromEntries(products.map(({ product, state }) => [product, state]));
  };
  await store.write((db) => expectedProducts.update(db, campaignId, expected));
  expect(await link('Cinq', 'Deux')).toBe(false);
  expect(await link('Trois', 'Un')).toBe(false);
  expect(await link('Trois', 'Inconnu')).toBe(false);
  expect(await link('Trois', 'Deux')).toBe(true);
  expect(await link('Quatre', 'Deux')).toBe(false);
  expect(await states()).toEqual({ Un: 'complete', Trois: 'complete', Quatre: 'none' });
  await store.write((db) => expectedLinks.remove(db, campaignId, id('Trois')));
  expect(await states()).toEqual({ Un: 'complete', Trois: 'none', Quatre: 'none' });
});

test('5,000 expected products are stored and followed', async () => {
  const view = (await storeCampaign(store, { criteria: [], products: [] }))({});
  const list = Array.from({ length: 5000 }, (_, i) => ({
    product: `P${i}`,
    vendor: `V${i % 900}`,
    corridor: ''
  }));
  await store.write((db) => expectedProducts.update(db, view.campaignId, list));
  const { expected, begun } = await store.read((db) => expectedProducts.followUp(db, view.campaignId));
  expect([expected, begun]).toEqual([5000, 0]);
  expect(await store.read((db) => campaigns.summaries(db))).toContainEqual(
    expect.objectContaining({ expected: 5000 })
  );
});
