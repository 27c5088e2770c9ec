import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { openStore } from '#lib/server/store.ts';
import type { CriterionFigures, ProductAnswers, ProductFigures } from '#lib/maturity/figures.ts';
import { answersFile, importInto, request, type Stats } from '#tests/commands/request.ts';
import { criterionRow, delimited, file } from '#tests/ingest/builders.ts';
import { startServer } from './dev-server.ts';
import { violations, type Schema } from './json-schema.ts';

const awkwardCode = 'A/B 100% [é]?#';

let dir: string;
let server: Awaited<ReturnType<typeof startServer>>;
let stats: Stats;
let criteriaCsv: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'palier-test-'));
  const store = await openStore(dir);
  await loadSample(store, 'data/sample');
  const codes = ['Q12[SQ003]', 'A/B', '100%', 'C.1.10'];
  await importInto(store, {
    campaign: awkwardCode,
    questionnaire: file(delimited(codes.map((code) => criterionRow({ code })))),
    files: [answersFile('a.csv', ...codes.map((criterion) => ({ criterion, answer: '3' })))]
  });
  stats = (await execute(store, request('stats', { options: { campaign: ['v1'] } }))).json as Stats;
  criteriaCsv = (await execute(store, request('stats', { options: { campaign: ['v1'], table: ['criteria'] } }))).text;
  store.close();
  server = await startServer(dir);
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

function get(address: string, init?: RequestInit): Promise<Response> {
  return fetch(`${server.origin}/api/v1${address}`, { redirect: 'manual', ...init });
}

async function json<T = unknown>(address: string): Promise<T> {
  const response = await get(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  return (await response.json()) as T;
}

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
}

async function expectProblem(response: Response, status: number, detail: RegExp): Promise<void> {
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  const problem = (await response.json()) as Problem;
  expect(problem).toEqual({ type: 'about:blank', title: expect.any(String) as string, status, detail: expect.stringMatching(detail) as string });
}

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
    for (const part of ['products', 'themes', 'corridors', 'vendors']) expect(sum(await json(`/campaigns/v1/${part}`))).toEqual(whole);
  });

  test('change as soon as an import is in', async () => {
    const before = await json<unknown[]>('/campaigns');
    expect(await json('/campaigns')).toEqual(before);
    const { palier } = await import('#tests/commands/processes.ts');
    const { writeFileSync } = await import('node:fs');
    const answers = path.join(dir, 'new.csv');
    writeFileSync(answers, delimited([{ product: 'Neuf', vendor: 'Neuf', criterion: 'A/B', answer: '1' }]));
    expect(await palier(dir, 'import', '--campaign', awkwardCode, answers)).toMatchObject({ exit: 0 });
    expect(await json(`/campaigns/${encodeURIComponent(awkwardCode)}/overview`)).toMatchObject({ products: 2 });
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
    expect(await json(`/campaigns/${encodeURIComponent(awkwardCode)}/criteria/q12[sq003]`)).toMatchObject({ code: 'Q12[SQ003]' });
  });
});

describe('filters and settings', () => {
  test.each(['corridor=x', 'vendor=x', 'q=zzzz', 'band=7-8', 'attr.none=x', 'attr.constructor=x'])('the unknown value %s gives zeros', async (filter) => {
    expect(await json(`/campaigns/v1/overview?${filter}`)).toMatchObject({ vendors: 0, products: 0, rated: 0, median: null });
    expect(await json(`/campaigns/v1/products?${filter}`)).toEqual([]);
    expect(await json<CriterionFigures[]>(`/campaigns/v1/criteria?${filter}`)).toSatisfy((rows: CriterionFigures[]) =>
      rows.every(({ applicable, unanswered, notApplicable, rate }) => applicable + unanswered + notApplicable === 0 && rate === null)
    );
  });

  test('an unknown theme leaves the products, rated on nothing', async () => {
    expect(await json('/campaigns/v1/overview?theme=x')).toMatchObject({ products: 71, rated: 0, criteria: { common: 0, conditional: 0 } });
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
    expect(bands.map(({ from, to }) => [from, to])).toEqual([[0, 25], [25, 50], [50, 75], [75, 100]]);
  });

  test.each(['bands=80,20', 'bands=0', 'bands=x', 'unanswered=maybe'])('%s is a 400', async (setting) => {
    await expectProblem(await get(`/campaigns/v1/overview?${setting}`), 400, /^invalid /);
  });
});

describe('what is not there is a 404 with a problem document', () => {
  test.each([
    ['/campaigns/none/overview', /unknown campaign: none/],
    ['/campaigns/v1/none', /unknown question: none/],
    ['/campaigns/v1/constructor', /unknown question: constructor/],
    ['/campaigns/v1/criteria/none', /not in view: criteria none/],
    ['/campaigns/v1/criteria/Q01?theme=x', /not in view: criteria Q01/],
    ['/campaigns/v1/products/000000000000', /not in view: products 000000000000/],
    ['/campaigns/v1/overview/x', /unknown question: overview/],
    ['/campaigns/v1/criteria/a/b', /nothing at/],
    ['/campaigns/v1', /nothing at/],
    ['/none', /unknown list: none/],
    ['/toString', /unknown list: toString/],
    ['', /nothing at/]
  ])('%s', async (address, detail) => expectProblem(await get(address), 404, detail));

  test('also where a CSV was asked for', async () => {
    await expectProblem(await get('/campaigns/none/overview.csv'), 404, /unknown campaign: none/);
  });
});

describe('every method but GET and HEAD is a 405', () => {
  const addresses = ['/campaigns', '/campaigns/v1/overview', '/campaigns/v1/criteria/Q01', '/openapi.json', '/none/at/all'];
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    for (const address of addresses) {
      const response = await get(address, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD');
      await expectProblem(response, 405, /read-only/);
    }
  });

  test('HEAD answers as GET does, without a body', async () => {
    for (const address of addresses.slice(0, 4)) {
      const [head, whole] = [await get(address, { method: 'HEAD' }), await get(address)];
      expect([head.status, head.headers.get('content-type')]).toEqual([200, whole.headers.get('content-type')]);
      expect(await head.text()).toBe('');
    }
    expect((await get('/campaigns/none/overview', { method: 'HEAD' })).status).toBe(404);
  });
});

describe('CSV', () => {
  const csv = 'text/csv; charset=utf-8';

  test('is the same by its ending and by Accept, and that of the command line', async () => {
    const byEnding = await get('/campaigns/v1/criteria.csv');
    const byAccept = await get('/campaigns/v1/criteria', { headers: { accept: 'text/csv' } });
    for (const response of [byEnding, byAccept]) {
      expect([response.status, response.headers.get('content-type')]).toEqual([200, csv]);
      expect(await response.text()).toBe(criteriaCsv);
    }
  });

  test('is there for every question', async () => {
    for (const question of ['overview', 'criteria', 'products', 'themes', 'corridors', 'vendors']) {
      const rows = [await json(`/campaigns/v1/${question}`)].flat();
      const lines = (await (await get(`/campaigns/v1/${question}.csv`)).text()).trimEnd().split('\r\n');
      expect(lines.length).toBe(1 + rows.length);
    }
    expect(await (await get('/campaigns.csv')).text()).toMatch(/^code,name,opened,closed,status,expected,vendors,products,criteria\r\n/);
    const id = stats.products[0]?.id ?? '';
    const answers = await (await get(`/campaigns/v1/products/${id}.csv`)).text();
    expect(answers).toMatch(/^criterion,level,target,gap,state,blank\r\nQ01,/);
  });

  test.each([
    ['text/csv', csv],
    ['TEXT/CSV', csv],
    ['text/csv, */*;q=0.1', csv],
    ['application/json;q=0.5, text/csv', csv],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['application/json, text/csv', 'application/json'],
    ['text/csv;q=0', 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['image/png', 'application/json']
  ])('Accept: %s gives %s', async (accept, type) => {
    const response = await get('/campaigns/v1/overview', { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('vary')?.split(/,\s*/)).toContain('Accept');
    await response.text();
  });

  test('is never in the reader’s language: the same for everybody', async () => {
    const texts = await Promise.all(
      ['fr', 'en'].map(async (lang) => (await get(`/campaigns/v1/themes.csv?lang=${lang}`, { headers: { 'accept-language': lang } })).text())
    );
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('openapi.json', () => {
  interface Operation {
    parameters: { name: string; in: string; required?: boolean }[];
    responses: Record<string, { content: Record<string, { schema: Schema }> }>;
  }
  interface Description {
    openapi: string;
    paths: Record<string, { get: Operation }>;
    components: { schemas: Record<string, Schema> };
  }

  function addressOf(path: string): string {
    const id = stats.products[0]?.id ?? '';
    return path.replace('{code}', 'v1').replace('{criterion}', 'Q01').replace('{id}', id);
  }

  test('describes every question that there is, and no other', async () => {
    const { openapi, paths } = await json<Description>('/openapi.json');
    expect(openapi).toMatch(/^3\.1\./);
    const { items, lists, questions } = await import('#lib/reports/questions.ts');
    const expected = [
      ...Object.keys(lists).map((name) => `/${name}`),
      ...Object.keys(questions).map((name) => `/campaigns/{code}/${name}`),
      ...Object.keys(items).map((name) => `/campaigns/{code}/${name}/${name === 'products' ? '{id}' : '{criterion}'}`)
    ];
    expect(Object.keys(paths).sort()).toEqual(expected.sort());
  });

  test('describes the answers as they are', async () => {
    const { paths, components } = await json<Description>('/openapi.json');
    for (const [path, { get: operation }] of Object.entries(paths)) {
      const schema = operation.responses['200']?.content['application/json']?.schema ?? {};
      const queries = ['', '?unanswered=exclude&bands=50', '?corridor=x'].slice(0, path.includes('{id}') ? 2 : 3);
      for (const query of queries) {
        const value = await json(addressOf(path) + (path === '/campaigns' ? '' : query));
        expect(violations(value, schema, components.schemas), `${path}${query}`).toEqual([]);
      }
    }
  });

  test('describes the errors as they are', async () => {
    const { paths, components } = await json<Description>('/openapi.json');
    const schema = paths['/campaigns/{code}/overview']?.get.responses['404']?.content['application/problem+json']?.schema ?? {};
    const problem = await (await get('/campaigns/none/overview')).json();
    expect(violations(problem, schema, components.schemas)).toEqual([]);
  });

  test('names every parameter of its paths and every filter', async () => {
    const { paths } = await json<Description>('/openapi.json');
    const { filterNames } = await import('#lib/maturity/filters.ts');
    for (const [path, { get: operation }] of Object.entries(paths)) {
      const inPath = operation.parameters.filter(({ in: place, required }) => place === 'path' && required).map(({ name }) => `{${name}}`);
      expect(inPath.sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      const inQuery = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
      expect(inQuery.sort()).toEqual(path === '/campaigns' ? [] : [...filterNames, 'attr'].sort());
    }
  });
});
