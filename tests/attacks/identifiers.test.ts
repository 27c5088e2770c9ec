import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policy } from '#lib/access/policy.ts';
import { productId } from '#lib/server/product-id.ts';
import { allowed } from '../access/table.ts';
import { routeOf } from '../access/route-of.ts';
import { addressOf, type Things } from './addresses.ts';
import { formsIn, send, type Form } from './forms.ts';
import { furtherForms } from './further-forms.ts';
import { gains } from './gains.ts';
import { fill, hostileId, product } from './hostile-store.ts';
import { isLetThrough } from './let-through.ts';
import { guarded, type Guarded } from './served.ts';

/*
 * Every id that there is: those in addresses come from the policy, which names every route; those in forms from what a manager is
 * shown. A new route with an id, or a new action, is asked here too, or a test fails until it is.
 */

let at: Guarded;
let things: Things;
/** Where a manager is shown each thing, and each form. */
let addresses: string[];
let forms: Form[];

beforeAll(async () => {
  at = await guarded(async (data) => {
    things = {
      product: hostileId,
      vendor: product.vendor,
      code: 'v2',
      criterion: 'Q1',
      ...(await fill(data))
    };
  });
  await at.manager.post('/account?/makeToken', { label: 'mine', role: 'analyst', campaign: '', days: '9' });
  const shown = await visitAll();
  addresses = shown.addresses;
  forms = shown.forms;
});
afterAll(() => at.stop());

const read = Object.keys(policy).filter((route) => 'GET' in (policy[route] ?? {}));
const withPart = read.filter((route) => route.includes('['));
const held = Object.entries(policy).flatMap(([route, entry]) =>
  Object.keys(entry).flatMap((key) => (key.startsWith('?/') ? [`${route} ${key}`] : []))
);

/** Where no page of these leads. */
const further = [
  '/api/v1/campaigns/v2/criteria/Q1',
  '/exports/bundle.zip?campaign=v2',
  '/calibration?campaign=v2'
];

function leadsTo(html: string, page: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('a[href]')].flatMap((link) => {
    const to = link.getAttribute('href') ?? '';
    if (!URL.canParse(to, at.address + page)) return [];
    const { origin, pathname, search } = new URL(to, at.address + page);
    return origin === at.address ? [pathname + search] : [];
  });
}

const routeAt = (address: string) => routeOf(new URL(address, at.address).pathname) ?? '';

/** What a manager is shown: an address for each route with an id in it, and a form for each operation. */
async function visitAll(): Promise<{ addresses: string[]; forms: Form[] }> {
  const found = new Map<string, string>();
  const forms = new Map(furtherForms(things).map((form) => [form.operation, form]));
  const visit = async (address: string): Promise<string[]> => {
    const response = await at.manager.ask(address);
    const html = await response.text();
    if (response.status !== 200) return [];
    if (routeAt(address).includes('[')) found.set(routeAt(address), address);
    if (!response.headers.get('content-type')?.includes('html')) return [];
    for (const form of formsIn(html, at.address + address)) forms.set(form.operation, form);
    return leadsTo(html, address);
  };
  const links: string[] = [];
  for (const route of read.filter((one) => one !== '/sign-in/provider'))
    links.push(...(await visit(`${addressOf(route, things)}?campaign=v2&lang=en`)));
  for (const address of [...further, ...links])
    if (routeAt(address).includes('[') && !found.has(routeAt(address))) await visit(address);
  return { addresses: [...found.values()], forms: [...forms.values()] };
}

async function gained(response: Response): Promise<string[]> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  return gains({ status, type, headers: Object.fromEntries(headers), body: await response.clone().text() });
}

const rolesOf = (operation: string) => (allowed[operation] ?? '').split(' ');

/** What changes at every look at it, or by signing in. */
const moving = /2026-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d/g;

/** What is stored, as pages show it to a manager. */
async function state(): Promise<string> {
  const pages = [
    '/imports',
    '/users',
    '/shares',
    '/views',
    '/names',
    '/reports',
    '/calibration',
    '/follow-up',
    '/consultation'
  ];
  const texts: string[] = [];
  for (const page of pages) {
    const html = await (await at.manager.ask(`${page}?campaign=v2&lang=en`)).text();
    texts.push(JSON.stringify(formsIn(html, at.address)).replace(moving, ''));
  }
  return [...texts, await (await at.manager.ask('/api/v1/campaigns/v2/products')).text()].join('\n');
}

const secret = /(product|vendor|scenario|organisation|recipient|author) \d/;

describe('every id in an address or a form', () => {
  test('is one that a manager reaches: none is left out here', () => {
    const reached = new Set(addresses.map(routeAt));
    expect(withPart.filter((route) => !reached.has(route))).toEqual(['/api/v1/[...path]']);
    const shown = new Set(forms.map(({ operation }) => operation));
    expect(held.filter((operation) => !shown.has(operation))).toEqual([]);
  });

  test.each(['nobody', 'reader', 'analyst'] as const)('gives %s nothing that is not theirs', async (who) => {
    const before = await state();
    const wrong: string[] = [];
    const expectNothing = async (what: string, response: Response) => {
      const found = await gained(response);
      if (isLetThrough(response) || secret.test(await response.text()) || found.length > 0)
        wrong.push(`${what}: ${response.status} ${found.join()}`);
    };
    for (const address of addresses)
      for (const method of ['GET', 'HEAD'])
        if (!rolesOf(`${routeAt(address)} GET`).includes(who))
          await expectNothing(`${method} ${address}`, await at[who].ask(address, { method }));
    for (const form of forms)
      if (!rolesOf(form.operation).includes(who)) await expectNothing(form.action, await send(at[who], form));
    expect(wrong).toEqual([]);
    expect(await state()).toBe(before);
  });

  test('in the place of another kind of id is the id of nothing', async () => {
    const html = await (await at.manager.ask('/publications?lang=en')).text();
    const ids = {
      product: hostileId,
      vendor: product.vendor,
      code: 'v2',
      criterion: 'Q1',
      upload: things.upload ?? '',
      token: things.token ?? '',
      fingerprint: /[0-9a-f]{64}/.exec(html)?.[0] ?? '',
      account: 'id-of-Marion',
      number: '1'
    };
    const wrong: string[] = [];
    let asked = 0;
    for (const address of addresses) {
      const { pathname, search } = new URL(address, at.address);
      const parts = pathname.split('/');
      for (const [i, part] of parts.entries())
        for (const id of Object.values(ids)) {
          const known = Object.values(ids).find(
            (one) => encodeURIComponent(one) === part || one === decodeURIComponent(part)
          );
          if (known === undefined || known === id) continue;
          const elsewhere = [...parts.slice(0, i), encodeURIComponent(id), ...parts.slice(i + 1)].join('/');
          const { status } = await at.manager.ask(elsewhere + search);
          asked += 1;
          if (![400, 404].includes(status)) wrong.push(`${elsewhere}: ${status}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });

  test('of another campaign than its own tells a token nothing, at no address of the API', async () => {
    const html = await (
      await at.manager.post('/account?/makeToken', {
        label: 'v1 alone',
        role: 'analyst',
        campaign: 'v1',
        days: '9'
      })
    ).text();
    const headers = { authorization: `Bearer ${/palier_[\w-]{43}/.exec(html)?.[0]}` };
    const statusOf = async (address: string) => (await fetch(at.address + address, { headers })).status;
    expect(await statusOf('/api/v1/campaigns/v1/overview')).toBe(200);
    const ofApi = [...addresses, '/api/v1/evolution?from=v1&to=v2'].filter(
      (address) => address.startsWith('/api/') && address.includes('v2')
    );
    for (const address of ofApi) expect([403, 404], address).toContain(await statusOf(address));
    expect(ofApi.length).toBeGreaterThan(4);
    expect(await statusOf('/api/v1/campaigns')).toBe(403);
  });

  test('beside a share link opens no other product', async () => {
    const address = addresses.find((one) => one.startsWith('/shared/')) ?? '';
    const other = productId(product.vendor.replace(/0$/, '1'), product.product.replace(/0$/, '1'));
    for (const query of [`product=${other}`, `id=${other}`, 'campaign=v1', `format=csv&product=${other}`]) {
      const text = await (await at.nobody.ask(`${address}&${query}`)).text();
      expect(text, query).toMatch(/product 0/);
      expect(text, query).not.toMatch(/product [1-9]/);
    }
  });
});

/** What would end something that others need. */
const last =
  /signOut|endOthers|password|purge|undo|discard|confirm|revoke|close|endSessions|recover|role|remove|delete|turn/;

/** Fields of lines are alike whatever line they are of. */
const kindOf = (field: string) => field.replace(/[.-].*$/, '');

/** A form with this text in one of its fields, in each; last, in all of them. */
function attacked({ fields }: Form, text: string): [string, Record<string, string>][] {
  const names = Object.keys(fields);
  const one = new Map(names.map((name) => [kindOf(name), name]));
  return [
    ...[...one.values()].map((name): [string, Record<string, string>] => [name, { ...fields, [name]: text }]),
    ['all', Object.fromEntries(names.map((name) => [name, text]))]
  ];
}

test('no body is taken by the API, whatever stands in it', async () => {
  const ofApi = addresses.filter((address) => address.startsWith('/api/'));
  for (const address of ofApi)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { origin: at.address, 'content-type': 'application/json' };
      const body = JSON.stringify({ code: `' or 1=1 --"); drop table campaign; --`, id: 1 });
      const response = await at.manager.ask(address, { method, headers, body });
      expect([response.status, await gained(response)], `${method} ${address}`).toEqual([405, []]);
    }
  expect(ofApi.length).toBeGreaterThan(4);
});

/** As our own scripts send forms: the answer is what the action says, without its page. */
const byScript = { accept: 'application/json', 'x-sveltekit-action': 'true' };

test('SQL in any field of any form, or in a file’s name, is a text', async () => {
  const text = `' or 1=1 --"); drop table campaign; --`;
  const before = await (await at.manager.ask('/api/v1/campaigns')).json();
  const wrong: string[] = [];
  let asked = 0;
  const later = (form: Form) => Number(last.test(form.operation));
  const withFields = forms.filter(({ fields, files }) => Object.keys(fields).length + files.length > 0);
  for (const form of withFields.sort((a, b) => later(a) - later(b)))
    for (const [name, fields] of attacked(form, text)) {
      const response = await send(
        at.manager,
        { ...form, fields },
        { fileName: `${text}.csv`, headers: byScript }
      );
      const found = await gained(response);
      asked += 1;
      if (found.length > 0) wrong.push(`${form.operation} ${name}: ${found.join()}`);
    }
  expect(wrong).toEqual([]);
  expect(await (await at.manager.ask('/api/v1/campaigns')).json()).toHaveLength((before as unknown[]).length);
  expect(asked).toBeGreaterThan(120);
});
