import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeAt, stepAt } from '#lib/server/access/one-time-code.ts';
import { hashOfSecret } from '#lib/server/access/secret.ts';
import { Visitor } from './browser.ts';
import { guarded, type Guarded } from './served.ts';
import { comeFirst, enter, password } from './signed-in.ts';

let at: Guarded;

beforeAll(async () => {
  at = await guarded();
});

afterAll(() => at.stop());

async function idOf(name: string): Promise<string> {
  const { accounts } = JSON.parse(await readFile(path.join(at.data, 'access.json'), 'utf8')) as {
    accounts: { id: string; name: string }[];
  };
  return accounts.find((one) => one.name === name)?.id ?? '';
}

/** A new account by a manager's hand; returns the password that the page shows once. */
async function invited(name: string, role: string): Promise<string> {
  const html = await (await at.manager.post('/users?/add', { name, role })).text();
  return /<code[^>]*>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})<\/code>/.exec(html)?.[1] ?? '';
}

function secretOf(visitor: Visitor): string {
  return /palier=([^;]+)/.exec(visitor.cookie)?.[1] ?? '';
}

describe('a session', () => {
  test('is a cookie that scripts can’t read and other sites’ forms don’t send', async () => {
    const visitor = new Visitor(at.address);
    const response = await enter(visitor, at.holders.analyst);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.getSetCookie().join()).toMatch(
      /^palier=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/i
    );
  });

  test('is kept as a hash, and so are tokens and passwords', async () => {
    const kept = await readFile(path.join(at.data, 'access.json'), 'utf8');
    expect(kept).not.toContain(secretOf(at.manager));
    expect(kept).toContain(hashOfSecret(secretOf(at.manager)));
    expect(kept).not.toContain(password);
  });

  test('is never one that somebody else chose: what a browser brought along is not taken up', async () => {
    const visitor = new Visitor(at.address);
    const chosen = 'A'.repeat(43);
    visitor.cookie = `palier=${chosen}`;
    await enter(visitor, at.holders.reader);
    expect(secretOf(visitor)).not.toBe(chosen);
    const other = new Visitor(at.address);
    other.cookie = `palier=${chosen}`;
    expect((await other.ask('/publications')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('ends by signing out: a copy of its cookie is worth nothing', async () => {
    const visitor = new Visitor(at.address);
    await enter(visitor, at.holders.manager);
    const thief = new Visitor(at.address);
    thief.cookie = visitor.cookie;
    expect((await thief.ask('/publications')).status).toBe(200);
    expect((await visitor.post('/account?/signOut', {})).status).toBe(303);
    expect((await thief.ask('/publications')).status).toBe(303);
  });

  test('changes with its account’s role at once: the old cookie ends, the new has the new rights', async () => {
    const visitor = new Visitor(at.address);
    await comeFirst(visitor, 'Nadia', password);
    expect((await visitor.ask('/users')).status).toBe(200);
    const before = secretOf(visitor);
    await at.manager.post('/users?/role', { id: await idOf('Nadia'), role: 'reader' });
    expect((await visitor.ask('/users')).status).toBe(403);
    expect((await visitor.ask('/publications')).status).toBe(200);
    expect(secretOf(visitor)).not.toBe(before);
    const thief = new Visitor(at.address);
    thief.cookie = `palier=${before}`;
    expect((await thief.ask('/publications')).status).toBe(303);
  });

  test('ends when a manager ends it, or closes the account, which then lets nobody in', async () => {
    const visitor = new Visitor(at.address);
    const holder = await comeFirst(visitor, 'Odile', password);
    const id = await idOf('Odile');
    await at.manager.post('/users?/endSessions', { id });
    expect((await visitor.ask('/products')).status).toBe(303);
    expect((await enter(visitor, holder)).status).toBe(303);
    await at.manager.post('/users?/close', { id });
    expect((await visitor.ask('/products')).status).toBe(303);
    holder.step += 1;
    expect((await enter(visitor, holder)).status).toBe(401);
  });
});

describe('before the second factor is taken up', () => {
  test('nothing is shown, and the password that was handed over serves once', async () => {
    const given = await invited('Paul', 'manager');
    const visitor = new Visitor(at.address);
    const first = await visitor.post('/sign-in', { name: 'Paul', password: given, code: '' });
    expect(first.headers.get('location')).toMatch(/^\/sign-in\/first/);
    for (const path of ['/', '/users', '/publications', '/account'])
      expect((await visitor.ask(path)).headers.get('location'), path).toMatch(/^\/sign-in/);
    expect((await visitor.ask('/api/v1/campaigns')).status).toBe(401);
    expect((await visitor.post('/sign-in/first', { code: '000000', password, again: password })).status).toBe(
      401
    );
    await comeFirst(visitor, 'Paul', given);
    const again = await new Visitor(at.address).post('/sign-in', { name: 'Paul', password: given, code: '' });
    expect(again.status).toBe(401);
  });
});

describe('guessing', () => {
  test('a wrong name, password and code are told alike', async () => {
    const holder = at.holders.analyst;
    const tries = [
      { name: 'Nobody at all', password, code: '123456' },
      { name: holder.name, password: 'not the password', code: codeAt(holder.secret, stepAt(Date.now())) },
      { name: holder.name, password, code: '' }
    ];
    const said = [];
    for (const one of tries) {
      const response = await new Visitor(at.address).post('/sign-in', one);
      const html = (await response.text()).replace(/value="[^"]*"|nonce="[^"]*"|[\w-]{11,}=="?/g, '');
      said.push([response.status, /role="alert">([^<]*)/.exec(html)?.[1]]);
    }
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
    expect(said[0]?.[0]).toBe(401);
  });

  test('a code that was used lets nobody in again, at the same moment neither', async () => {
    const { name, secret } = at.holders.manager;
    const code = codeAt(secret, Math.max(at.holders.manager.step, stepAt(Date.now())));
    expect((await new Visitor(at.address).post('/sign-in', { name, password, code })).status).toBeGreaterThan(
      400
    );
    const own = await comeFirst(new Visitor(at.address), 'Quentin', password);
    const next = codeAt(own.secret, own.step + 1);
    const tries = await Promise.all(
      [1, 2, 3].map(() => new Visitor(at.address).post('/sign-in', { name: 'Quentin', password, code: next }))
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
  });

  test('is locked out after a few tries, for a name that is there and one that is not, the right password too', async () => {
    const holder = await comeFirst(new Visitor(at.address), 'Rose', password);
    for (const name of ['Rose', 'Not There']) {
      const statuses = [];
      for (let n = 0; n < 7; n += 1)
        statuses.push(
          (await new Visitor(at.address).post('/sign-in', { name, password: `try ${n}`, code: '' })).status
        );
      expect(statuses, name).toEqual([401, 401, 401, 401, 401, 429, 429]);
    }
    expect((await enter(new Visitor(at.address), holder)).status).toBe(429);
  });

  test('a session or a token: what is not there opens nothing', async () => {
    const nobody = new Visitor(at.address);
    for (const guess of [
      '',
      'x',
      'A'.repeat(43),
      `${secretOf(at.manager)}x`,
      secretOf(at.manager).slice(1),
      'null'
    ]) {
      nobody.cookie = `palier=${guess}`;
      expect((await nobody.ask('/users')).status, guess).toBe(303);
      const headers = { authorization: `Bearer ${guess}` };
      expect((await new Visitor(at.address).ask('/api/v1/campaigns', { headers })).status, guess).toBe(401);
    }
  });
});

describe('going on after signing in', () => {
  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '\\/elsewhere.example',
    '/\t/elsewhere.example',
    '/%09/elsewhere.example/..//elsewhere.example',
    'javascript:alert(1)',
    '/a\r\nlocation: https://elsewhere.example',
    'elsewhere.example',
    '/.//elsewhere.example'
  ])('never leads to another site: %j', async (to) => {
    const visitor = new Visitor(at.address);
    const page = await (await visitor.ask(`/sign-in?${new URLSearchParams({ to }).toString()}`)).text();
    expect(page).not.toMatch(
      /(href|action)="(https?:)?\/\/elsewhere|value="[^"]*elsewhere\.example"(?!.*name="name")/
    );
    const { localPath } = await import('#lib/access/local-path.ts');
    const led = new URL(localPath(to), 'https://palier.example.org');
    expect(led.origin).toBe('https://palier.example.org');
  });

  test('leads to the page that was asked for', async () => {
    const visitor = new Visitor(at.address);
    const asked = await visitor.ask('/criteria?campaign=v1');
    const signIn = asked.headers.get('location') ?? '';
    expect(signIn).toBe('/sign-in?to=%2Fcriteria%3Fcampaign%3Dv1');
    expect(await (await visitor.ask(signIn)).text()).toContain('value="/criteria?campaign=v1"');
  });
});

describe('a token of the API', () => {
  async function made(visitor: Visitor, fields: Record<string, string>): Promise<string> {
    const html = await (await visitor.post('/account?/makeToken', fields)).text();
    return /palier_[\w-]{43}/.exec(html)?.[0] ?? '';
  }
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const usual = { label: 'a test', role: 'analyst', campaign: '', days: '30' };

  test('reads the API and opens no page', async () => {
    const token = await made(at.analyst, usual);
    const program = new Visitor(at.address);
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(200);
    expect((await program.ask('/products', bearer(token))).status).toBe(303);
    expect((await program.ask('/trail', bearer(token))).status).toBe(303);
    expect(await readFile(path.join(at.data, 'access.json'), 'utf8')).not.toContain(token);
  });

  test('asks about its one campaign alone', async () => {
    const token = await made(at.analyst, { ...usual, campaign: 'v1' });
    const program = new Visitor(at.address);
    const status = async (path: string) => (await program.ask(`/api/v1${path}`, bearer(token))).status;
    expect(await status('/campaigns/v1/overview')).toBe(200);
    expect(await status('/campaigns/v2/overview')).toBe(403);
    expect(await status('/campaigns/v1%2F..%2Fv2/overview')).toBe(403);
    expect(await status('/campaigns')).toBe(403);
    expect(await status('/evolution?from=v1&to=v2')).toBe(403);
  });

  test('has no more rights than its maker, when it is made and later', async () => {
    expect(await made(at.analyst, { ...usual, role: 'manager' })).toBe('');
    expect(await made(at.reader, usual)).toBe('');
    const visitor = new Visitor(at.address);
    await comeFirst(visitor, 'Simon', password);
    const token = await made(visitor, usual);
    const program = new Visitor(at.address);
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(200);
    await at.manager.post('/users?/role', { id: await idOf('Simon'), role: 'reader' });
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(403);
    await at.manager.post('/users?/close', { id: await idOf('Simon') });
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(401);
  });

  test('is taken back by its maker or a manager, and by nobody else', async () => {
    const token = await made(at.manager, { ...usual, label: 'of the manager' });
    const { tokens } = JSON.parse(await readFile(path.join(at.data, 'access.json'), 'utf8')) as {
      tokens: { id: string; label: string }[];
    };
    const id = tokens.find(({ label }) => label === 'of the manager')?.id ?? '';
    expect((await at.analyst.post('/account?/revokeToken', { id })).status).toBe(404);
    expect((await at.analyst.post('/users?/revokeToken', { id })).status).toBe(403);
    const program = new Visitor(at.address);
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(200);
    await at.manager.post('/users?/revokeToken', { id });
    expect((await program.ask('/api/v1/campaigns', bearer(token))).status).toBe(401);
  });
});

test('the last manager can neither be closed nor lose the role', async () => {
  const id = await idOf('Paul');
  await at.manager.post('/users?/close', { id });
  const own = await idOf('Marion');
  expect((await at.manager.post('/users?/close', { id: own })).status).toBe(409);
  expect((await at.manager.post('/users?/role', { id: own, role: 'reader' })).status).toBe(409);
  expect((await at.manager.ask('/users')).status).toBe(200);
});

test('the trail tells who signed in, who failed, and whose role changed; never what was typed', async () => {
  await new Visitor(at.address).post('/sign-in', { name: 'my-secret-password', password: 'x', code: '' });
  const csv = await (await at.manager.ask('/trail.csv?lang=en')).text();
  for (const deed of [
    'signed in',
    'sign-in refused',
    'sign-in locked',
    'signed out',
    'role changed',
    'token made'
  ])
    expect(csv, deed).toContain(deed);
  expect(csv).toMatch(/Anatole/);
  expect(csv).not.toContain('my-secret-password');
});
