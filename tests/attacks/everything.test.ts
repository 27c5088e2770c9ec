import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policy } from '#lib/access/policy.ts';
import { inPage } from '#tests/e2e/browser.ts';
import { serve, type Served } from '#tests/e2e/served.ts';
import { pdfText } from '#tests/reports/pdf-text.ts';
import { partsOf } from '#tests/reports/parts.ts';
import { routeOf } from '../access/route-of.ts';
import { addressOf, type Things } from './addresses.ts';
import { gains } from './gains.ts';
import { fill, hostileId, product } from './hostile-store.ts';
import { inFile } from './in-file.ts';

/*
 * Every address that there is, in a store every text of which is hostile: from the policy, which names every route, and from
 * what pages link to. A new route is visited or named here with the reason why it can't be.
 */

let served: Served;
let data = '';
let things: Things;

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'palier-everything-'));
  const found = await fill(data);
  things = { product: hostileId, vendor: product.vendor, code: 'v2', criterion: 'Q1', ...found };
  served = await serve(data, { sample: false });
});
afterAll(async () => {
  await served.stop();
  await rm(data, { recursive: true, force: true });
});

/** Nothing to be seen there without sign-in, which `provider.test.ts` and `sign-in.test.ts` try. */
const withoutSignIn = ['/account', '/sign-in/first', '/sign-in/provider', '/sign-in/provider/return'];
/** Answers that nothing is there. */
const nothing = ['/api/v1/[...path]'];

const read = Object.keys(policy).filter((route) => 'GET' in (policy[route] ?? {}));
const pages = new Set(
  Object.keys(import.meta.glob('/src/routes/**/+page.svelte')).map(
    (file) => file.replace(/^\/src\/routes/, '').replace(/\/\+page\.svelte$/, '') || '/'
  )
);

/** Files of a kind are alike whatever they are of: one of each is looked at. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, served.address);
  const route = routeOf(pathname) ?? pathname;
  const file = /[^/]*$/.exec(pathname)?.[0].replace(hostileId, '') ?? '';
  const isFile = /\.[a-z]+$/.test(route) || route.includes('[file]') || route.includes('[format]');
  return `${route} ${isFile ? file : ''} ${searchParams.get('format') ?? ''} ${searchParams.get('audience') ?? ''}`;
}

function linked(html: string, at: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('a[href], img[src]')].flatMap((element) => {
    const to = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (!URL.canParse(to, served.address + at)) return [];
    const { origin, pathname, search } = new URL(to, served.address + at);
    return origin === served.address && !pathname.startsWith('/_app/') ? [pathname + search] : [];
  });
}

const formats = ['html', 'csv', 'xlsx', 'pptx', 'pdf'];
const endings: Record<string, string> = { csv: 'zip' };

/** Where no link leads: what forms ask for. */
const asked = () => [
  ...['internal', 'public'].flatMap((audience) =>
    formats.map((format) => `/reports/file?campaign=v2&from=v1&audience=${audience}&format=${format}&lang=fr`)
  ),
  ...[
    'overview',
    'products',
    'themes',
    'corridors',
    'vendors',
    'matrix',
    'scenarios',
    'comments',
    'audits'
  ].flatMap((question) => ['', '.csv'].map((ending) => `/api/v1/campaigns/v2/${question}${ending}`)),
  ...['criteria/Q1', `products/${hostileId}`].map((item) => `/api/v1/campaigns/v2/${item}`),
  '/api/v1/evolution?from=v1&to=v2',
  '/api/v1/evolution.csv?from=v1&to=v2',
  '/evolution?from=v1&to=v2&lang=fr',
  '/criteria?campaign=v2&by=corridor&lang=fr'
];

/** The name that a file is given where it goes, else that of its address. */
function nameOf(address: string, headers: Headers): string {
  const given = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
  const type = headers.get('content-type') ?? '';
  if (given) return given;
  if (type.includes('html')) return 'page.html';
  if (/^application\/(problem\+)?json/.test(type)) return 'answer.json';
  return /[^/?]*(?=\?|$)/.exec(address)?.[0] ?? '';
}

interface Seen {
  wrong: string[];
  /** By route, with the status of its last answer. */
  routes: Map<string, number>;
  files: Map<string, Buffer>;
  /** Of which something was there. */
  kinds: Set<string>;
}

async function visit(address: string, seen: Seen): Promise<string[]> {
  const response = await fetch(served.address + address, { redirect: 'manual' });
  const bytes = Buffer.from(await response.arrayBuffer());
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  const isText = /text|json|xml|svg/.test(type);
  const body = isText ? bytes.toString('utf8') : '';
  const found = gains({ status, type, headers: Object.fromEntries(headers), body });
  const name = nameOf(address, headers);
  if (status === 200) found.push(...(await inFile(name, bytes)));
  seen.wrong.push(...found.map((what) => `${address}: ${what}`));
  const route = routeOf(new URL(address, served.address).pathname) ?? address;
  if (seen.routes.get(route) !== 200) seen.routes.set(route, status);
  if (status === 200) {
    seen.files.set(name, bytes);
    seen.kinds.add(kindOf(address));
  }
  return type.includes('html') && status === 200 ? linked(body, address) : [];
}

/** Visits these, and what they lead to, one of each kind. */
async function visitAll(start: readonly string[]): Promise<Seen> {
  const seen: Seen = { wrong: [], routes: new Map(), files: new Map(), kinds: new Set() };
  const next: string[] = [];
  for (const address of start) next.push(...(await visit(address, seen)));
  for (let address = next.shift(); address !== undefined; address = next.shift())
    if (!seen.kinds.has(kindOf(address))) next.push(...(await visit(address, seen)));
  return seen;
}

describe('a store every text of which is hostile', () => {
  test('gives nothing away on any page, in any drawing, file, report, export or answer of the API', async () => {
    const addresses = read.map((route) => `${addressOf(route, things)}?campaign=v2&lang=fr`);
    const seen = await visitAll([...addresses, ...asked()]);
    expect(seen.wrong).toEqual([]);
    const closed = read.filter((route) => seen.routes.get(route) !== 200);
    expect(closed.sort()).toEqual([...withoutSignIn, ...nothing].sort());
    for (const format of formats) {
      const name = [...seen.files.keys()].find(
        (file) => file.includes('internal') && file.endsWith(endings[format] ?? format)
      );
      expect(name, format).toBeDefined();
    }
  });

  test('gives nothing away on any page in English', async () => {
    const seen: Seen = { wrong: [], routes: new Map(), files: new Map(), kinds: new Set() };
    for (const route of pages) await visit(`${addressOf(route, things)}?campaign=v2&lang=en`, seen);
    expect(seen.wrong).toEqual([]);
  });

  test('runs no script on any page in a real browser', () =>
    inPage(
      async (page) => {
        for (const route of pages) {
          if (withoutSignIn.includes(route)) continue;
          await page.goto(`${served.address}${addressOf(route, things)}?campaign=v2&lang=fr`);
          await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
          expect(await page.evaluate(() => 'hostile' in window), route).toBe(false);
        }
      },
      { address: served.address }
    ));

  test('is shown in reports as it was written', async () => {
    const report = async (format: string) => {
      const query = `campaign=v2&audience=internal&format=${format}&lang=fr`;
      return Buffer.from(await (await fetch(`${served.address}/reports/file?${query}`)).arrayBuffer());
    };
    expect(pdfText(await report('pdf'))).toContain('<img src=x');
    for (const [format, part] of [
      ['xlsx', /sharedStrings/],
      ['pptx', /slides\/slide\d/]
    ] as const) {
      const parts = [...(await partsOf(await report(format)))].filter(([name]) => part.test(name));
      expect(parts.map(([, xml]) => xml.toString()).join(), format).toContain('&lt;img src=x');
    }
  });
});
