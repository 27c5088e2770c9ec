import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { returnPath } from '#lib/server/access/provider-settings.ts';
import { sampleStore } from '#tests/e2e/sample-store.ts';
import { serve, type Served } from '#tests/e2e/served.ts';
import { Visitor } from './browser.ts';
import { clientId, clientSecret, runProvider, signInAt, type RunningProvider } from './provider.ts';

let provider: RunningProvider;
let served: Served;
let data: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'palier-provider-'));
  await sampleStore(data);
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  provider = await runProvider(origin + returnPath, { alice: ['staff', 'security'], bob: ['staff'] });
  await writeFile(path.join(data, 'secret'), `${clientSecret}\n`);
  served = await serve(data, {
    sample: true,
    settings: {
      PORT: port,
      PALIER_AUTH: 'oidc',
      PALIER_ORIGIN: origin,
      PALIER_OIDC_ISSUER: provider.issuer,
      PALIER_OIDC_CLIENT: clientId,
      PALIER_OIDC_SECRET_FILE: path.join(data, 'secret'),
      PALIER_OIDC_ROLE_CLAIM: 'groups',
      PALIER_OIDC_ROLES: 'manager=security,analyst=analysts'
    }
  });
});

afterAll(async () => {
  await served.stop();
  await provider.stop();
  await rm(data, { recursive: true, force: true });
});

/** Goes to the provider; returns with which address one would come back. */
async function journey(visitor: Visitor, login: string, to = '/criteria?campaign=v1'): Promise<string> {
  const departure = await visitor.ask(`/sign-in/provider?${new URLSearchParams({ to }).toString()}`);
  const address = departure.headers.get('location') ?? '';
  expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
  const back = await signInAt(provider.issuer, address, login);
  return back.slice(served.address.length);
}

test('whom the provider vouches for comes in with the role of their group, at the page that they wanted', async () => {
  const visitor = new Visitor(served.address);
  const arrived = await visitor.ask(await journey(visitor, 'alice'));
  expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/criteria?campaign=v1']);
  const users = await visitor.ask('/users');
  expect(users.status).toBe(200);
  expect(await users.text()).toContain('alice');
});

test('somebody without a group of Palier’s waits, and sees nothing', async () => {
  const visitor = new Visitor(served.address);
  const arrived = await visitor.ask(await journey(visitor, 'bob'));
  expect(arrived.headers.get('location')).toMatch(/^\/sign-in\?/);
  expect(await (await visitor.ask('/sign-in?lang=en')).text()).toContain('Your account waits for a role');
  for (const page of ['/', '/publications', '/users'])
    expect((await visitor.ask(page)).headers.get('location'), page).toMatch(/^\/sign-in/);
});

test.each([
  ['the same answer a second time', (back: string) => back, true],
  ['another state', (back: string) => back.replace(/state=[^&]+/, 'state=x'), false],
  ['no state', (back: string) => back.replace(/&?state=[^&]+/, ''), false],
  ['another code', (back: string) => back.replace(/code=[^&]+/, 'code=x'), false],
  [
    'another issuer',
    (back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'),
    false
  ]
] as const)('%s lets nobody in', async (_name, forge, isUsedBefore) => {
  const visitor = new Visitor(served.address);
  const back = await journey(visitor, 'alice');
  const cookies = visitor.cookie;
  if (isUsedBefore) expect((await visitor.ask(back)).headers.get('location')).toBe('/criteria?campaign=v1');
  const forger = new Visitor(served.address);
  forger.cookie = cookies;
  const answer = await forger.ask(forge(back));
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\?trouble=refused/);
  expect((await forger.ask('/users')).status).toBe(303);
});

test('another browser can’t come back with somebody’s answer', async () => {
  const back = await journey(new Visitor(served.address), 'alice');
  const thief = new Visitor(served.address);
  expect((await thief.ask(back)).headers.get('location')).toMatch(/trouble=refused/);
  const other = new Visitor(served.address);
  await journey(other, 'bob');
  expect((await other.ask(back)).headers.get('location')).toMatch(/trouble=refused/);
});

test('a provider leads back to no other site', async () => {
  const visitor = new Visitor(served.address);
  const arrived = await visitor.ask(await journey(visitor, 'alice', '//elsewhere.example/'));
  expect(arrived.headers.get('location')).toBe('/');
});

test('a provider that is down is told of by a page', async () => {
  const visitor = new Visitor(served.address);
  const back = await journey(visitor, 'alice');
  await provider.stop();
  const answer = await visitor.ask(back);
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\?trouble=down/);
  const page = await (await visitor.ask('/sign-in?trouble=down&lang=en')).text();
  expect(page).toContain('The sign-in service does not answer');
});
