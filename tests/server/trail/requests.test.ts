import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deedOf } from '#lib/server/trail/requests.ts';

function deed(route: string | null, method = 'GET', query = '', params: Record<string, string> = {}) {
  return deedOf({ route, method, params, query: new URLSearchParams(query) }, 200, 'Alix');
}

describe('what a request is in the trail', () => {
  test('a page is seen, a file is exported, a form changes', () => {
    expect(deed('/products/[id]', 'GET', 'campaign=v1', { id: 'a1' })).toMatchObject({
      act: 'see',
      way: 'page',
      on: { id: 'a1', campaign: 'v1' }
    });
    expect(deed('/products.csv')).toMatchObject({ act: 'export', way: 'page' });
    expect(deed('/api/v1/campaigns/[code]/[question]')).toMatchObject({ act: 'export', way: 'api' });
    expect(deed('/imports/[id]', 'POST', '/confirm')).toMatchObject({
      act: 'change',
      what: '/imports/[id]?/confirm'
    });
  });

  test('what somebody looked for is not told', () => {
    expect(
      JSON.stringify(deed('/products', 'GET', 'campaign=v1&q=Tell-tale&vendor=Tell-tale'))
    ).not.toContain('Tell-tale');
  });

  test('`to` is a campaign in an evolution, and nothing to be told elsewhere', () => {
    for (const route of ['/evolution', '/api/v1/evolution.csv'])
      expect(deed(route, 'GET', 'from=v1&to=v2')).toMatchObject({ on: { campaign: 'v2' } });
    const drawing = deed('/figures/[page]/[file]', 'GET', 'to=v2', { page: 'evolution' });
    expect(drawing?.on).toMatchObject({ campaign: 'v2' });
    for (const route of ['/sign-in', '/sign-in/first', '/trail'])
      expect(deed(route, 'GET', 'to=/vendors/Tell-tale')?.on).toEqual({});
  });

  test('every route of pages, files and API is told, but for a few that show nothing', () => {
    const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\+(page\.svelte|server\.ts)$/.test(file))
      .map((file) => `/${file.replace(/\/?\+(page\.svelte|server\.ts)$/, '')}`);
    expect(routes.filter((route) => deed(route) === undefined).sort()).toEqual([
      '/api/v1/openapi.json',
      '/healthz',
      '/metrics',
      '/notices/[name]',
      '/readyz',
      '/shared/[token]',
      '/tokens.css'
    ]);
  });
});
