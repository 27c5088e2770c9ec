import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { may } from '#lib/access/may.ts';
import { policy } from '#lib/access/policy.ts';
import type { Role } from '#lib/access/role.ts';
import { routeOf } from '../access/route-of.ts';
import { addressOf } from './addresses.ts';
import { Visitor } from './browser.ts';
import { guarded, type Guarded } from './served.ts';
import { comeFirst, password } from './signed-in.ts';
import { waitingUpload } from './waiting-upload.ts';

let at: Guarded;
/** An upload that waits, so that its page is there. */
let upload = '';

beforeAll(async () => {
  at = await guarded();
  upload = await waitingUpload(at);
});
afterAll(() => at.stop());

const pages = Object.keys(import.meta.glob('/src/routes/**/+page.svelte')).map(
  (file) => file.replace(/^\/src\/routes/, '').replace(/\/\+page\.svelte$/, '') || '/'
);
const held = Object.entries(policy).flatMap(([route, entry]) =>
  Object.keys(entry).flatMap((key) => (key.startsWith('?/') ? [`${route} ${key}`] : []))
);

interface Shown {
  /** As `/imports ?/undo`. */
  forms: string[];
  links: string[];
}

function formsIn(document: Document, page: string): string[] {
  return [...document.querySelectorAll('form')].flatMap((form) => {
    if (form.getAttribute('method')?.toLowerCase() !== 'post') return [];
    const buttons = [...form.querySelectorAll('[formaction]')].map((one) => one.getAttribute('formaction'));
    return [form.getAttribute('action'), ...buttons].map((action) => {
      const { pathname, searchParams } = new URL(action ?? '', new URL(page, at.address));
      const name = [...searchParams.keys()].find((key) => key.startsWith('/')) ?? '/default';
      return `${routeOf(pathname) ?? pathname} ?${name}`;
    });
  });
}

function linksIn(document: Document, page: string): string[] {
  return [...document.querySelectorAll('a[href]')].flatMap((link) => {
    const { origin, pathname } = new URL(link.getAttribute('href') ?? '', new URL(page, at.address));
    return origin === at.address ? [routeOf(pathname) ?? pathname] : [];
  });
}

const known = new Map<string, Promise<Shown | undefined>>();

/** What a page shows, asked for once. */
function shownTo(role: Role | 'nobody', route: string): Promise<Shown | undefined> {
  const key = `${role} ${route}`;
  const shown = known.get(key) ?? ask(role, route);
  known.set(key, shown);
  return shown;
}

async function ask(role: Role | 'nobody', route: string): Promise<Shown | undefined> {
  const path = route === '/imports/[id]' ? upload : addressOf(route);
  const response = await at[role].ask(`${path}?campaign=v1`);
  const html = await response.text();
  if (response.status !== 200) return undefined;
  const { document } = parseHTML(html);
  return { forms: formsIn(document, path), links: linksIn(document, path) };
}

function isOpen(role: Role | undefined, operation: string): boolean {
  const [route = '', action = ''] = operation.split(' ');
  return may(role, { route, method: 'POST', query: new URLSearchParams([[action.slice(1), '']]) });
}

const roles = ['nobody', 'reader', 'analyst', 'manager'] as const;
/** Shown by every page, however little may be seen: it leads a reader to what they may see. */
const home = new Set(['/', '/sign-in']);

test.each(roles)('no page shows %s a form or a link that the server refuses', async (who) => {
  const role = who === 'nobody' ? undefined : who;
  const wrong: string[] = [];
  let seen = 0;
  for (const route of pages) {
    const shown = await shownTo(who, route);
    if (!shown) continue;
    seen += 1;
    for (const form of shown.forms) if (!isOpen(role, form)) wrong.push(`${route} shows ${form}`);
    for (const link of new Set(shown.links)) {
      const ask = { route: link, method: 'GET', query: new URLSearchParams() };
      if (!home.has(link) && !may(role, ask)) wrong.push(`${route} leads to ${link}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual({ nobody: 2, reader: 3, analyst: 20, manager: 25 }[who]);
});

test('pages that are kept for a role name whoever asks, and nobody else', async () => {
  const nadia = new Visitor(at.address);
  await comeFirst(nadia, 'Nadia', password);
  const people = { Marion: at.manager, Nadia: nadia, Anatole: at.analyst };
  for (const route of ['/', '/products', '/criteria/[code]', '/imports'])
    for (const [name, visitor] of Object.entries(people)) {
      const response = await visitor.ask(`${addressOf(route)}?campaign=v1&lang=en`);
      const html = await response.text();
      const named = Object.keys(people).filter((one) => new RegExp(`\\b${one}\\b`).test(html));
      expect(named, `${route} for ${name}`).toEqual([name]);
      expect(html).not.toMatch(/blank[0-9a-f]{32}/);
      expect(html).toContain(`aria-hidden="true">${name.charAt(0)}</b>`);
    }
  const before = nadia.cookie;
  await at.manager.post('/users?/role', { id: 'id-of-Nadia', role: 'analyst' });
  const html = await (await nadia.ask('/imports?campaign=v1&lang=en')).text();
  expect(html).toContain('For managers only.');
  expect(nadia.cookie, 'a changed role is a new session, also where the page is kept').not.toBe(before);
});

test('an analyst is told what only managers may do, and a manager is shown the form for it', async () => {
  for (const route of ['/imports', '/audits', '/consultation', '/products/[id]', '/follow-up', '/reports']) {
    const path = `${addressOf(route)}?campaign=v1&lang=en`;
    const [toAnalyst, toManager] = [await at.analyst.ask(path), await at.manager.ask(path)];
    expect(await toAnalyst.text(), route).toContain('For managers only.');
    expect(await toManager.text(), route).not.toContain('For managers only.');
  }
});

test('what managers alone may do is shown to a manager', async () => {
  const found = new Set<string>();
  for (const route of pages)
    for (const form of (await shownTo('manager', route))?.forms ?? []) found.add(form);
  expect(
    held.filter((operation) => found.has(operation) && !isOpen('analyst', operation)).length
  ).toBeGreaterThan(18);
});
