import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontierOptionNames } from '#lib/server/frontier-options.ts';
import { filterNames } from '#lib/maturity/filters.ts';
import { furtherNames, items, lists, questions } from '#lib/reports/questions.ts';
import type { Stats } from '#tests/commands/request.ts';
import { violations, type Schema } from './json-schema.ts';
import { expectProblem, serve, type Served } from './served.ts';

let served: Served;
let { get, json } = {} as Served;
let stats: Stats;

beforeAll(async () => {
  served = await serve();
  ({ get, json, stats } = served);
}, 60_000);

afterAll(() => served.close());

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
  const addresses = [
    '/campaigns',
    '/campaigns/v1/overview',
    '/campaigns/v1/criteria/Q01',
    '/openapi.json',
    '/none/at/all'
  ];
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
      expect([head.status, head.headers.get('content-type')]).toEqual([
        200,
        whole.headers.get('content-type')
      ]);
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
      expect(await response.text()).toBe(served.criteriaCsv);
    }
  });

  test('has the names of the JSON, in its order', async () => {
    for (const question of ['criteria', 'products', 'themes', 'corridors', 'vendors']) {
      const [row] = await json<Record<string, unknown>[]>(`/campaigns/v1/${question}`);
      const [head = ''] = (await (await get(`/campaigns/v1/${question}.csv`)).text()).split('\r\n');
      const names = head.split(',').map((name) => name.replace(/^(band|level)_.*/, '$1s'));
      expect([...new Set(names)]).toEqual(Object.keys(row ?? {}));
    }
  });

  test('is there for every question', async () => {
    for (const question of ['overview', 'criteria', 'products', 'themes', 'corridors', 'vendors']) {
      const rows = [await json(`/campaigns/v1/${question}`)].flat();
      const lines = (await (await get(`/campaigns/v1/${question}.csv`)).text()).trimEnd().split('\r\n');
      expect(lines.length).toBe(1 + rows.length);
    }
    expect(await (await get('/campaigns.csv')).text()).toMatch(
      /^code,name,opened,closed,status,expected,vendors,products,criteria\r\n/
    );
    const id = stats.products[0]?.id ?? '';
    const answers = await (await get(`/campaigns/v1/products/${id}.csv`)).text();
    expect(answers).toMatch(/^criterion,level,target,gap,state,blank,corrected,declared,contested\r\nQ01,/);
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
      ['fr', 'en'].map(async (lang) =>
        (await get(`/campaigns/v1/themes.csv?lang=${lang}`, { headers: { 'accept-language': lang } })).text()
      )
    );
    expect(texts[0]).toBe(texts[1]);
  });
});

const ownParameters: Record<string, readonly string[]> = {
  evolution: ['from', 'to'],
  frontier: ['scenario', ...frontierOptionNames]
};

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

  const itemParameters: Record<string, string> = {
    criteria: '{criterion}',
    products: '{id}',
    vendors: '{vendor}',
    scenarios: '{scenario}'
  };

  function addressOf(path: string): string {
    const id = stats.products[0]?.id ?? '';
    return path
      .replace('{code}', 'v1')
      .replace('{criterion}', 'Q01')
      .replace('{id}', id)
      .replace('{vendor}', encodeURIComponent(stats.products[0]?.vendor ?? ''))
      .replace('{scenario}', encodeURIComponent('Cap 2026'));
  }

  test('describes every question that there is, and no other', async () => {
    const { openapi, paths } = await json<Description>('/openapi.json');
    expect(openapi).toMatch(/^3\.1\./);
    const expected = [
      ...Object.keys(lists).map((name) => `/${name}`),
      ...Object.keys(questions).map((name) => `/campaigns/{code}/${name}`),
      ...Object.keys(items).map((name) => `/campaigns/{code}/${name}/${itemParameters[name] ?? ''}`),
      '/campaigns/{code}/frontier',
      '/evolution'
    ];
    expect(Object.keys(paths).sort()).toEqual(expected.sort());
  });

  test('describes the answers as they are', async () => {
    const { paths, components } = await json<Description>('/openapi.json');
    for (const [path, { get: operation }] of Object.entries(paths)) {
      const schema = operation.responses['200']?.content['application/json']?.schema ?? {};
      const queries = ['', '?unanswered=exclude&bands=50', '?corridor=x'].slice(
        0,
        /\{(id|vendor)\}/.test(path) ? 2 : 3
      );
      for (const query of queries) {
        const value = await json(addressOf(path) + (path === '/campaigns' ? '' : query));
        expect(violations(value, schema, components.schemas), `${path}${query}`).toEqual([]);
      }
    }
  });

  test('describes the errors as they are', async () => {
    const { paths, components } = await json<Description>('/openapi.json');
    const schema =
      paths['/campaigns/{code}/overview']?.get.responses['404']?.content['application/problem+json']
        ?.schema ?? {};
    const problem = await (await get('/campaigns/none/overview')).json();
    expect(violations(problem, schema, components.schemas)).toEqual([]);
  });

  test('names every parameter of its paths and every filter', async () => {
    const { paths } = await json<Description>('/openapi.json');
    for (const [path, { get: operation }] of Object.entries(paths)) {
      const inPath = operation.parameters
        .filter(({ in: place, required }) => place === 'path' && required)
        .map(({ name }) => `{${name}}`);
      expect(inPath.sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      const inQuery = operation.parameters
        .filter(({ in: place }) => place === 'query')
        .map(({ name }) => name);
      const question = path.split('/').at(-1) ?? '';
      const own = ownParameters[question] ?? furtherNames[question] ?? [];
      expect(inQuery.sort()).toEqual(path === '/campaigns' ? [] : [...filterNames, 'attr', ...own].sort());
    }
  });
});

describe('further parameters', () => {
  const comments = async (query: string) =>
    (await json<{ comments: number }>(`/campaigns/v2/comments?${query}`)).comments;

  test('choose comments, each narrowing what the others leave', async () => {
    const all = await comments('');
    const opposed = await comments('stance=opposed');
    expect(all).toBeGreaterThan(opposed);
    expect(opposed).toBeGreaterThan(await comments('stance=opposed&requirement=ssi/gen.18'));
    expect(await comments('stance=opposed&stance=reserved&stance=favourable')).toBe(all);
    expect(await comments('text=nowhere-at-all')).toBe(0);
  });

  test('set the limits of eligibility, and refuse what is no number', async () => {
    const eligible = async (query: string) =>
      (await json<{ eligible: number }>(`/campaigns/v2/audits?${query}`)).eligible;
    expect(await eligible('high=99&medium=99')).toBeGreaterThan(await eligible(''));
    const refused = await get('/campaigns/v2/audits?high=peu');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });
});
