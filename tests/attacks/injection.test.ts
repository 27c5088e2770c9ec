import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { palier, serve, type Served } from '#tests/e2e/served.ts';
import { askedRaw } from './asked-raw.ts';
import { gains } from './gains.ts';
import { fill, hostileId, payloads, product } from './hostile-store.ts';

let served: Served;
let data = '';

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'palier-attacked-'));
  await fill(data);
  served = await serve(data, { sample: false });
});
afterAll(async () => {
  await served.stop();
  await rm(data, { recursive: true, force: true });
});

const vendor = encodeURIComponent(product.vendor);
const pages = [
  '/',
  '/criteria',
  '/criteria?by=corridor',
  '/criteria/Q1',
  '/products',
  `/products/${hostileId}`,
  `/products/${hostileId}/purge`,
  '/vendors',
  `/vendors/${vendor}`,
  '/analysis',
  '/evolution?from=v1&to=v2',
  '/audits',
  '/calibration',
  '/calibration/optimum',
  '/consultation',
  '/reports',
  '/follow-up',
  '/imports',
  '/names',
  '/method',
  '/trail',
  '/views',
  '/shares',
  '/sample',
  '/publications',
  '/notices/legal',
  '/nowhere'
];
const free = [
  'corridor',
  'theme',
  'scope',
  'vendor',
  'band',
  'q',
  'attr.x',
  'sort',
  'by',
  'compare',
  'scenario',
  'text',
  'requirement',
  'stance',
  'type',
  'treatment',
  'who',
  'act',
  'page',
  'product',
  'include',
  'exclude',
  'weight',
  'name',
  'sections',
  'view'
];
const checked = [
  'campaign',
  'from',
  'to',
  'bands',
  'unanswered',
  'lang',
  'high',
  'medium',
  'verify',
  'format',
  'audience',
  'seconds'
];

const joined = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`;
const inAll = (names: string[], value: string) =>
  names.map((name) => `${name}=${encodeURIComponent(value)}`).join('&');

function gained(answer: Awaited<ReturnType<typeof askedRaw>>): string[] {
  return gains({ ...answer, type: answer.headers['content-type'] ?? '' });
}

async function expectNothingGained(where: string): Promise<void> {
  expect(gained(await askedRaw(served.address, where)), where).toEqual([]);
}

describe('script and markup', () => {
  test('asked for in any parameter of any page are not given back as markup', async () => {
    for (const page of pages) {
      await expectNothingGained(joined(page, `campaign=v2&${inAll(free, payloads[0])}`));
      await expectNothingGained(joined(page, inAll(checked, payloads[2])));
    }
  });

  test('formulas are written as texts in files for spreadsheets', async () => {
    const { body } = await askedRaw(served.address, '/products.csv?campaign=v2&lang=fr');
    expect(body).toContain("'=HYPERLINK");
    expect(body).not.toMatch(/(^|[;\r\n"])=HYPERLINK/);
  });
});

describe('SQL', () => {
  const sql = [
    "' or 1=1 --",
    '"; drop table campaign; --',
    "') union select sha256(path) from setting --",
    '$1 %s {} \\',
    "\u0000'"
  ];
  test('in any parameter of the API, of a page, of a path is a text that nothing has', async () => {
    const before = await askedRaw(served.address, '/api/v1/campaigns/v2/overview');
    for (const text of sql) {
      for (const name of [...free.slice(0, 8), ...checked])
        await expectNothingGained(`/api/v1/campaigns/v2/products?${name}=${encodeURIComponent(text)}`);
      await expectNothingGained(`/api/v1/campaigns/${encodeURIComponent(text)}/overview`);
      await expectNothingGained(`/api/v1/campaigns/v2/criteria/${encodeURIComponent(text)}`);
      await expectNothingGained(`/products/${encodeURIComponent(text)}?campaign=v2`);
      await expectNothingGained(`/vendors/${encodeURIComponent(text)}?campaign=v2`);
      await expectNothingGained(joined('/products', `campaign=v2&${inAll(free, text)}`));
      await expectNothingGained(joined('/trail', `campaign=v2&${inAll([...free, 'from', 'to'], text)}`));
    }
    expect((await askedRaw(served.address, '/api/v1/campaigns/v2/overview')).body).toBe(before.body);
  });

  test('in a command’s words is a text too', async () => {
    const { stdout } = await palier(data, 'stats', '--campaign', 'v2', '--vendor', sql[0] ?? '', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ overview: { products: 0 } });
  });
});

describe('paths', () => {
  const up = ['../', '..%2f', '%2e%2e%2f', '..%5c', '..%252f', '%2e%2e/', '....//'];
  const under = [
    '/',
    '/_app/',
    '/figures/overview/',
    '/notices/',
    '/products/',
    '/imports/',
    '/reports/published/',
    '/api/v1/',
    '/shared/'
  ];
  test('lead to no file outside what is served', async () => {
    for (const start of under)
      for (const step of up) {
        for (const target of ['etc/passwd', 'package.json', 'palier.duckdb', 'server.json']) {
          const answer = await askedRaw(served.address, start + step.repeat(6) + target);
          expect(gained(answer), start + step).toEqual([]);
          expect([301, 302, 303, 307, 308, 400, 403, 404], `${start}${step} ${answer.status}`).toContain(
            answer.status
          );
        }
      }
  });

  test('in the name of a file that is sent write nowhere but into its own folder', async () => {
    const body = new FormData();
    body.set('campaign', 'v9');
    body.append('answers', new File(['product,vendor\n'], '../../../escaped.csv'));
    const response = await fetch(`${served.address}/imports?/upload`, {
      method: 'POST',
      body,
      headers: { origin: served.address },
      redirect: 'manual'
    });
    expect(response.status).toBeLessThan(500);
    for (const place of ['..', '.', 'staging', '../..'])
      expect(existsSync(path.join(data, place, 'escaped.csv'))).toBe(false);
  });
});

test('line breaks in addresses and in stored names make no header', async () => {
  const line = '%0d%0ax-injected:%201%0d%0a%0d%0a<script>';
  for (const page of pages) await expectNothingGained(joined(page, `campaign=v2&lang=${line}&q=${line}`));
  for (const where of [
    `/vendors/a${line}?campaign=v2`,
    `/products/${line}.csv`,
    `/figures/overview/${line}.csv?campaign=v2`,
    `/calibration/scenario.csv?campaign=v2&scenario=${line}`
  ])
    await expectNothingGained(where);
  for (const format of ['csv', 'xlsx'])
    await expectNothingGained(`/products/${hostileId}.${format}?campaign=v2&lang=fr`);
});
