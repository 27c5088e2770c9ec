import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policy } from '#lib/access/policy.ts';
import { productId } from '#lib/server/product-id.ts';
import { addressOf } from './addresses.ts';
import type { Visitor } from './browser.ts';
import { isLetThrough } from './let-through.ts';
import { guarded, type Guarded } from './served.ts';
import { allowed } from '../access/table.ts';

let at: Guarded;

beforeAll(async () => {
  at = await guarded();
});

afterAll(() => at.stop());

const product = productId('Klermoa', 'Agenda');

function askAs(visitor: Visitor, route: string, operation: string): Promise<Response> {
  const path = addressOf(route);
  if (operation === 'fallback') return visitor.post(path, {});
  if (operation.startsWith('?/')) {
    const action = operation === '?/default' ? '' : operation;
    return visitor.post(path + action, {});
  }
  return visitor.ask(`${path}?campaign=v1`, { method: operation });
}

/** Not asked here: they would end sessions or change what others ask for, and tests of their own try them. */
const apart = /^\/(sign-in|account|users|shares)|^\/shared|^\/sample \?|^\/metrics/;

describe('every route with its methods and actions, at addresses of things that are there', () => {
  const asked = Object.entries(allowed)
    .filter(([operation]) => !apart.test(operation))
    .map(([operation, who]) => [...operation.split(' '), who] as [string, string, string]);

  test.each(['nobody', 'reader', 'analyst'] as const)(
    '%s gets what the table says, and no more',
    async (who) => {
      const wrong: string[] = [];
      for (const [route, operation, roles] of asked) {
        const response = await askAs(at[who], route, operation);
        await response.arrayBuffer();
        const isOpen = roles.split(' ').includes(who);
        if (isLetThrough(response) !== isOpen) wrong.push(`${route} ${operation}: ${response.status}`);
      }
      expect(wrong).toEqual([]);
      expect(asked.length).toBeGreaterThan(80);
    }
  );
});

test('nothing that is refused tells of a vendor, product or campaign, by page data and error pages neither', async () => {
  for (const visitor of [at.nobody, at.reader]) {
    for (const path of [
      '/',
      '/products',
      `/products/${product}`,
      '/nowhere',
      '/criteria/Q07',
      '/api/v1/campaigns'
    ])
      for (const address of [path, `${path === '/' ? '' : path}/__data.json`, `${path}?lang=en`]) {
        const text = await (await visitor.ask(address)).text();
        expect(text, address).not.toMatch(/Klermoa|Dorvanec|Agenda|"v1"|vague 1/i);
      }
  }
});

test('a reader’s own page tells of publications alone', async () => {
  const response = await at.reader.ask('/publications');
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).not.toMatch(/Klermoa|Dorvanec|\/products|\/imports|\/users/);
  expect((await at.reader.ask('/')).headers.get('location')).toBe('/publications');
});

describe('a change that another site sends', () => {
  const actions = Object.entries(policy).flatMap(([route, entry]) =>
    Object.keys(entry)
      .filter((key) => key.startsWith('?/') || key === 'POST')
      .map((key) => addressOf(route) + (key.startsWith('?/') && key !== '?/default' ? key : ''))
  );

  test('is refused for each form, from whatever place and in whatever type', async () => {
    const before = await (await at.manager.ask('/api/v1/campaigns')).text();
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: at.address.replace('127.0.0.1', 'localhost') },
      { origin: `${at.address}.elsewhere.example` },
      { origin: at.address.replace(/\d+$/, '1') }
    ];
    for (const path of actions)
      for (const headers of foreign) {
        const { status } = await at.manager.post(path, { id: '1' }, headers);
        expect(status, `${path} ${headers['origin']}`).toBe(403);
      }
    for (const type of ['application/json', 'text/plain', 'application/octet-stream', ''])
      for (const origin of [undefined, 'https://elsewhere.example'])
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
          const headers = { 'content-type': type, ...(origin ? { origin } : {}) };
          const { status } = await at.manager.ask('/imports?/undo', { method, headers, body: 'id=1' });
          expect(status, `${type} ${method}`).toBe(403);
        }
    expect(await (await at.manager.ask('/api/v1/campaigns')).text()).toBe(before);
    expect(actions.length).toBeGreaterThan(30);
  });

  test('is no GET: no page changes anything by being looked at', async () => {
    for (const path of ['/account?/signOut', '/imports?/undo&id=1', '/sample', '/users?/close&id=1'])
      await (await at.manager.ask(path)).text();
    expect((await at.manager.ask('/users')).status).toBe(200);
  });
});

test('no page, script or style is kept by a cache that others use', async () => {
  for (const path of ['/', '/users', '/api/v1/campaigns', '/products.csv'])
    expect((await at.manager.ask(path)).headers.get('cache-control'), path).toMatch(/private|no-store/);
});
