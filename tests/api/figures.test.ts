import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CriterionFigures,
  ProductAnswers,
  ProductFigures,
  VendorFigures
} from '#lib/maturity/figures.ts';
import { palier } from '#tests/e2e/served.ts';
import type { Stats } from '#tests/commands/request.ts';
import { delimited } from '#tests/ingest/builders.ts';
import { awkwardCode, expectProblem, serve, type Served } from './served.ts';

let served: Served;
let { get, json } = {} as Served;
let stats: Stats;

beforeAll(async () => {
  served = await serve();
  ({ get, json, stats } = served);
}, 60_000);

afterAll(() => served.close());

describe('figures', () => {
  test('are those of the command line', async () => {
    expect(await json('/campaigns/v1/overview')).toEqual(stats.overview);
    expect(await json('/campaigns/v1/criteria')).toEqual(stats.criteria);
    expect(await json('/campaigns/v1/products')).toEqual(stats.products);
  });

  test('of the sample are those published', async () => {
    expect(await json('/campaigns/V1/overview')).toMatchObject({ vendors: 48, products: 71, rated: 71 });
  });

  test('of the parts add up to those of the whole', async () => {
    const sum = (rows: { applicable: number; attained: number }[]) => [
      rows.reduce((total, row) => total + row.applicable, 0),
      rows.reduce((total, row) => total + row.attained, 0)
    ];
    const whole = sum(stats.criteria);
    for (const part of ['products', 'themes', 'corridors', 'vendors'])
      expect(sum(await json(`/campaigns/v1/${part}`))).toEqual(whole);
  });

  test('change as soon as an import is in', async () => {
    const before = await json<unknown[]>('/campaigns');
    expect(await json('/campaigns')).toEqual(before);
    const answers = path.join(served.dir, 'new.csv');
    writeFileSync(answers, delimited([{ product: 'Neuf', vendor: 'Neuf', criterion: 'A/B', answer: '1' }]));
    await palier(served.dir, 'import', '--campaign', awkwardCode, answers);
    expect(await json(`/campaigns/${encodeURIComponent(awkwardCode)}/overview`)).toMatchObject({
      products: 2
    });
  });
});

describe('one row', () => {
  test('of the criteria is the same as in the list', async () => {
    for (const criterion of stats.criteria.slice(0, 3)) {
      expect(await json(`/campaigns/v1/criteria/${criterion.code.toLowerCase()}`)).toEqual(criterion);
    }
  });

  test('of the products is the same as in the list, with answers whose gaps add up to its effort', async () => {
    for (const product of stats.products.slice(0, 5)) {
      const { answers, ...row } = await json<ProductAnswers>(`/campaigns/v1/products/${product.id}`);
      expect(row).toEqual(product);
      expect(answers).toHaveLength(59);
      expect(answers.reduce((sum, { gap }) => sum + (gap ?? 0), 0)).toBe(product.effort);
      expect(answers.filter(({ gap }) => gap !== null)).toHaveLength(product.applicable);
      expect(answers.filter(({ gap }) => gap === 0)).toHaveLength(product.attained);
    }
  });

  test('of the vendors is the same as in the list, with what its products lack', async () => {
    const vendors = await json<VendorFigures[]>('/campaigns/v1/vendors');
    for (const vendor of [...vendors].sort((a, b) => b.products - a.products).slice(0, 3)) {
      const address = `/campaigns/v1/vendors/${encodeURIComponent(vendor.vendor.toUpperCase())}`;
      const { missing, ...row } = await json<VendorFigures & { missing: { gap: number }[] }>(address);
      expect(row).toEqual(vendor);
      expect(missing).toHaveLength(vendor.applicable - vendor.attained);
      expect(missing.reduce((sum, { gap }) => sum + gap, 0)).toBe(vendor.effort);
      expect((await (await get(`${address}.csv`)).text()).trimEnd().split('\r\n')).toHaveLength(
        missing.length + 1
      );
    }
    await expectProblem(await get('/campaigns/v1/vendors/nobody'), 404, /^not in view/);
  });

  test('follows the filters', async () => {
    const [product] = await json<ProductFigures[]>('/campaigns/v1/products?theme=Gouvernance');
    const one = await json<ProductAnswers>(`/campaigns/v1/products/${product?.id}?theme=Gouvernance`);
    expect(one).toMatchObject(product ?? {});
    expect(one.answers).toHaveLength(6);
    const [criterion] = await json<CriterionFigures[]>('/campaigns/v1/criteria?corridor=Imagerie');
    expect(await json('/campaigns/v1/criteria/Q01?corridor=Imagerie')).toEqual(criterion);
  });

  test.each(['Q12[SQ003]', 'A/B', '100%', 'C.1.10'])('is found by the awkward code %s', async (code) => {
    const address = `/campaigns/${encodeURIComponent(awkwardCode)}/criteria/${encodeURIComponent(code)}`;
    expect(await json(address)).toMatchObject({ code });
    expect(await (await get(`${address}.csv`)).text()).toContain(`\r\n${code},`);
  });

  test('is found by a code with brackets as they are', async () => {
    expect(await json(`/campaigns/${encodeURIComponent(awkwardCode)}/criteria/q12[sq003]`)).toMatchObject({
      code: 'Q12[SQ003]'
    });
  });
});

describe('filters and settings', () => {
  test.each(['corridor=x', 'vendor=x', 'q=zzzz', 'band=7-8', 'attr.none=x', 'attr.constructor=x'])(
    'the unknown value %s gives zeros',
    async (filter) => {
      expect(await json(`/campaigns/v1/overview?${filter}`)).toMatchObject({
        vendors: 0,
        products: 0,
        rated: 0,
        median: null
      });
      expect(await json(`/campaigns/v1/products?${filter}`)).toEqual([]);
      expect(await json<CriterionFigures[]>(`/campaigns/v1/criteria?${filter}`)).toSatisfy(
        (rows: CriterionFigures[]) =>
          rows.every(
            ({ applicable, unanswered, notApplicable, rate }) =>
              applicable + unanswered + notApplicable === 0 && rate === null
          )
      );
    }
  );

  test('an unknown theme leaves the products, rated on nothing', async () => {
    expect(await json('/campaigns/v1/overview?theme=x')).toMatchObject({
      products: 71,
      rated: 0,
      criteria: { common: 0, conditional: 0 }
    });
  });

  test('repeat for any of', async () => {
    const [all, hospitals, imaging] = await Promise.all(
      ['corridor=Hôpital&corridor=Imagerie', 'corridor=Hôpital', 'corridor=Imagerie'].map((query) =>
        json<{ products: number }>(`/campaigns/v1/overview?${query}`)
      )
    );
    expect(all?.products).toBe((hospitals?.products ?? 0) + (imaging?.products ?? 0));
  });

  test('other edges make other bands', async () => {
    const { bands } = await json<Stats['overview']>('/campaigns/v1/overview?bands=25,50,75');
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 25],
      [25, 50],
      [50, 75],
      [75, 100]
    ]);
  });

  test.each(['bands=80,20', 'bands=0', 'bands=x', 'unanswered=maybe'])('%s is a 400', async (setting) => {
    await expectProblem(await get(`/campaigns/v1/overview?${setting}`), 400, /^invalid /);
  });
});
