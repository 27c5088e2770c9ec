import fc from 'fast-check';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '#tests/e2e/served.ts';
import { repetitions } from '#tests/repetitions.ts';
import { askedRaw } from './asked-raw.ts';

let folder = '';
let served: Served;
/** Addresses of scripts of the build. */
let scripts: string[] = [];

/** A build of its own, from which files may go while it is served. */
beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  folder = await mkdtemp(path.join(os.tmpdir(), 'palier-survival-'));
  await cp(path.join(root, 'build'), path.join(folder, 'build'), { recursive: true });
  for (const name of ['node_modules', 'data', 'package.json'])
    await symlink(path.join(root, name), path.join(folder, name));
  served = await serve(path.join(folder, 'store'), { build: path.join(folder, 'build') });
  const entries = await readdir(path.join(folder, 'build/client/_app/immutable/chunks'));
  scripts = entries.filter((name) => name.endsWith('.js')).map((name) => `/_app/immutable/chunks/${name}`);
});
afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function expectAlive(): Promise<void> {
  expect((await askedRaw(served.address, '/healthz')).body).toBe('ok\n');
}

test.each(['bytes=10-5', 'bytes=-5', 'bytes=a-b', 'bytes=0--1', 'bytes=1e99-', 'bytes=5-9,1-2', 'items=1-2'])(
  'the part %s of a file gives the whole, and ends nothing',
  async (range) => {
    const [script = ''] = scripts;
    const whole = await askedRaw(served.address, script);
    const asked = await askedRaw(served.address, script, { range });
    expect([asked.status, asked.body]).toEqual([200, whole.body]);
    await expectAlive();
  }
);

test('a file that went while the server runs is not found, which is logged, and ends nothing', async () => {
  const [, gone = '', there = ''] = scripts;
  await rename(path.join(folder, 'build/client', gone), path.join(folder, 'away.js'));
  expect((await askedRaw(served.address, gone)).status).toBe(404);
  expect((await askedRaw(served.address, there)).status).toBe(200);
  const [logged = '{}'] = served.said.filter((line) => line.includes('"failure"'));
  expect(JSON.parse(logged)).toMatchObject({ route: 'file', gone: true });
  expect(logged).not.toContain(folder);
});

test('an address whose percent signs stand for nothing is a problem document of the API', async () => {
  const asked = await askedRaw(served.address, '/api/v1/campaigns/%E0%A4%A/overview');
  expect(asked.status).toBe(400);
  expect(JSON.parse(asked.body)).toMatchObject({ status: 400, detail: 'malformed address' });
});

const targets = fc.oneof(
  fc.constantFrom(
    '*',
    '//',
    '/%',
    '/%00',
    '/%E0%A4%A',
    '/\\..\\x',
    'http://elsewhere.example/',
    'elsewhere.example:443'
  ),
  fc.constantFrom(
    '/?%',
    '/?/',
    '/sign-in?/',
    '/imports?/upload',
    '/__data.json',
    '/_app/version.json',
    '/_app/remote/x/y'
  ),
  fc.nat(20).map((n) => scripts[n % scripts.length] ?? '/'),
  fc.string({ maxLength: 30 }).map((end) => `/${end.replace(/[\s\r\n]/g, '')}`)
);
const headers = fc.tuple(
  fc.constantFrom(
    'host',
    'range',
    'cookie',
    'content-length',
    'transfer-encoding',
    'content-type',
    'expect',
    'upgrade',
    'origin',
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'if-none-match',
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-sveltekit-action',
    'x-sveltekit-invalidated'
  ),
  fc.oneof(
    fc.constantFrom(
      '',
      '127.0.0.1',
      ',',
      '%',
      '-1',
      '1e9',
      'chunked',
      'multipart/form-data',
      'true',
      '\u00ff;=',
      'a=%E0%A4%A'
    ),
    fc.constantFrom(
      'bytes=9-1',
      '100-continue',
      'websocket',
      '[::1',
      'http://',
      'application/json',
      'multipart/form-data; boundary='
    ),
    fc.string({ maxLength: 20 }).map((value) => value.replace(/[\r\n]/g, ''))
  )
);
const methods = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get'
);
type Request = { method: string; target: string; headers: [string, string][]; body: string };

const requests: fc.Arbitrary<Request> = fc.record({
  method: methods,
  target: targets,
  headers: fc.array(headers, { maxLength: 4 }),
  body: fc.string({ maxLength: 50 })
});

/** One request for each answer that random ones bring in most runs, not in all. */
const known: Request[] = [
  { method: 'GET', target: '/healthz', headers: [], body: '' },
  { method: 'GET', target: '/%', headers: [], body: '' },
  { method: 'GET', target: '/criteria/none/such', headers: [], body: '' },
  { method: 'POST', target: '/', headers: [['content-type', 'multipart/form-data; boundary=']], body: '' }
];

/** Sends bytes as they are, and cuts the connection where nothing comes back. */
async function send(bytes: string): Promise<string> {
  const { hostname, port } = new URL(served.address);
  const socket = connect(Number(port), hostname);
  const closed = once(socket, 'close').catch(() => []);
  socket.write(Buffer.from(bytes, 'latin1'));
  const heard = text(socket).catch(() => '');
  await Promise.race([closed, setTimeout(700)]);
  socket.destroy();
  return heard;
}

test('no request ends the server, whatever its method, target, headers and body', async () => {
  const statuses = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 20, maxLength: 20 }), async (many) => {
      const sent = many.map(({ method, target, headers: lines, body }) => {
        const named = lines.some(([name]) => name === 'host') ? lines : [['host', '127.0.0.1'], ...lines];
        const head = named.map((line) => `${line.join(': ')}\r\n`).join('');
        return send(`${method} ${target} HTTP/1.1\r\n${head}connection: close\r\n\r\n${body}`);
      });
      for (const answer of await Promise.all(sent)) statuses.add(answer.slice(9, 12));
      await expectAlive();
    }),
    { numRuns: repetitions(8), examples: [[known]] }
  );
  expect([...statuses]).toEqual(expect.arrayContaining(['200', '400', '403', '404']));
});
