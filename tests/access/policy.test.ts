import { describe, expect, test } from 'vitest';
import { may, needsOf } from '#lib/access/may.ts';
import { policy } from '#lib/access/policy.ts';
import { roles, type Role } from '#lib/access/role.ts';
import { routesThatAreThere } from './routes.ts';
import { allowed } from './table.ts';

const there = await routesThatAreThere();

/** The query by which a form names its action. */
function ask(route: string, operation: string) {
  const isAction = operation.startsWith('?/');
  return {
    route,
    method: isAction ? 'POST' : operation === 'fallback' ? 'POST' : operation,
    query: new URLSearchParams(isAction ? [[operation.slice(1), '']] : [])
  };
}

function whoMay(route: string, operation: string): string {
  const nobody = may(undefined, ask(route, operation)) ? ['nobody'] : [];
  return [...nobody, ...roles.filter((role) => may(role, ask(route, operation)))].join(' ');
}

test('the policy has an entry for every route with each method and action, and for nothing else', () => {
  const written = Object.entries(policy).map(([route, entry]) => [route, Object.keys(entry).sort()]);
  const found = [...there].map(([route, operations]) => [route, [...operations].sort()]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(found));
});

test('each route, method and action is open to the roles of the table, and to no other', () => {
  const found = [...there].flatMap(([route, operations]) =>
    operations.map((operation) => [`${route} ${operation}`, whoMay(route, operation)] as const)
  );
  expect(Object.fromEntries(found)).toEqual(allowed);
});

describe('refused to everybody', () => {
  test.each([
    ['/no-such-route', 'GET'],
    ['/imports', 'DELETE'],
    ['/imports', '?/no-such-action'],
    ['/imports', '?/constructor'],
    ['/trail', 'POST'],
    ['/constructor', 'GET'],
    ['__proto__', 'GET'],
    ['/products', '__proto__']
  ])('%s %s', (route, operation) => {
    expect(whoMay(route, operation)).toBe('');
  });
});

test('a form is refused where its page is, and runs the action that comes first in its address', () => {
  const query = new URLSearchParams('/treat=&/import=');
  expect(may('analyst', { route: '/consultation', method: 'POST', query })).toBe(true);
  const other = new URLSearchParams('/import=&/treat=');
  expect(may('analyst', { route: '/consultation', method: 'POST', query: other })).toBe(false);
});

test('a reader has neither live pages, settings, products nor statistics', () => {
  const open = [...there].flatMap(([route, operations]) =>
    operations.filter((operation) => isOpenTo('reader', route, operation)).map(() => route)
  );
  expect(open.filter((route) => /api\/v1\/campaigns|products|vendors|figures|criteria/.test(route))).toEqual(
    []
  );
});

function isOpenTo(role: Role, route: string, operation: string): boolean {
  return needsOf(ask(route, operation)) !== undefined && may(role, ask(route, operation));
}
