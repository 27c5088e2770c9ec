import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evolution } from '#lib/maturity/evolution.ts';
import { awkwardCode, expectProblem, serve, type Served } from './served.ts';

let served: Served;
let { get, json } = {} as Served;

beforeAll(async () => {
  served = await serve();
  ({ get, json } = served);
}, 60_000);

afterAll(() => served.close());

type Answer = Evolution & { from: string; to: string };

test('without codes the latest campaign is compared with the one before it', async () => {
  const answer = await json<Answer>('/evolution');
  expect(answer).toMatchObject({ from: 'v1', to: 'v2' });
  expect(await json('/evolution?from=V1&to=V2')).toEqual(answer);
  expect(await json('/evolution?to=v2')).toEqual(answer);
});

test('its parts add up, and its filters are those of the campaigns', async () => {
  const { decomposition, flows, before, after } = await json<Answer>('/evolution?corridor=Hôpital');
  const parts = decomposition ?? {
    before: NaN,
    after: NaN,
    progress: 0,
    entrants: 0,
    leavers: 0,
    questionnaire: 0
  };
  const sum = parts.progress + parts.entrants + parts.leavers + parts.questionnaire;
  expect(sum).toBeCloseTo(parts.after - parts.before, 12);
  const count = (side: 'from' | 'to') =>
    flows.reduce((total, flow) => total + (flow[side] === 'absent' ? 0 : flow.products), 0);
  expect([count('from'), count('to')]).toEqual([before.products, after.products]);
  expect(await json('/campaigns/v1/overview?corridor=Hôpital')).toMatchObject({ products: before.products });
});

test('as CSV it gives the criteria', async () => {
  const answer = await json<Answer>('/evolution');
  const response = await get('/evolution.csv');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await response.text()).trim().split('\r\n');
  expect(lines[0]).toBe(
    'code,targetBefore,targetAfter,applicable,attainedBefore,attainedBeforeAtLater,attainedAfter,change,p,adjusted'
  );
  expect(lines.slice(1)).toEqual(answer.criteria.map((criterion) => Object.values(criterion).join()));
  const byHeader = await get('/evolution', { headers: { accept: 'text/csv' } });
  expect((await byHeader.text()).trim().split('\r\n')).toEqual(lines);
});

test('campaigns without a product or a criterion in common give an answer of nothing', async () => {
  const answer = await json<Answer>(`/evolution?from=${encodeURIComponent(awkwardCode)}&to=v2`);
  expect(answer).toMatchObject({
    common: 0,
    decomposition: null,
    criteria: [],
    panel: { products: 0, progress: null }
  });
  expect(new Set(answer.notCompared.map((one) => JSON.stringify(one))).size).toBe(answer.notCompared.length);
});

test('an unknown campaign, a missing one and a wrong setting are problems', async () => {
  await expectProblem(await get('/evolution?from=none'), 404, /none/);
  await expectProblem(await get('/evolution?to=none'), 404, /none/);
  await expectProblem(await get(`/evolution?to=${encodeURIComponent(awkwardCode)}`), 404, /before/);
  await expectProblem(await get('/evolution?bands=9,2'), 400, /9,2/);
  await expectProblem(await get('/evolution', { method: 'POST' }), 405, /POST/);
});
