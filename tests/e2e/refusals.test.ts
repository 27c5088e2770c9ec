import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from 'node:http';
import { describe, expect, inject, test } from 'vitest';
import { heading, inPage, withoutScripts } from './browser.ts';
import { sampleStore } from './sample-store.ts';
import { withServer } from './served.ts';

interface Answer {
  status: number | undefined;
  body: string;
}

/** A request with headings that a browser would not let a page set. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' },
  address = inject('address')
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() })
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test.each([
  ['/?campaign=nope&lang=fr', 404, 'Cette page n’est pas disponible', 'Cette adresse ne correspond à rien.'],
  ['/?campaign=nope&lang=en', 404, 'This page is not available', 'Nothing answers to this address.'],
  [
    '/criteria?campaign=nope&lang=fr',
    404,
    'Cette page n’est pas disponible',
    'Cette adresse ne correspond à rien.'
  ],
  ['/nowhere?lang=en', 404, 'This page is not available', 'Nothing answers to this address.'],
  [
    '/?bands=9,5&lang=fr',
    400,
    'Cette page n’est pas disponible',
    'Cette adresse contient un réglage impossible.'
  ],
  ['/?bands=9,5&lang=en', 400, 'This page is not available', 'This address holds a setting that can’t be.'],
  [
    '/products?unanswered=perhaps&lang=fr',
    400,
    'Cette page n’est pas disponible',
    'Cette adresse contient un réglage impossible.'
  ]
])(
  '%s answers %i in the language of the address, with and without scripts',
  async (path, status, title, text) => {
    for (const visit of [inPage, withoutScripts]) {
      await visit(
        async (page) => {
          const response = await page.goto(path);
          expect(response?.status()).toBe(status);
          expect(await heading(page)).toBe(title);
          await page.getByText(text).waitFor();
          await page
            .getByRole('link', { name: /vue d’ensemble|overview/i })
            .last()
            .click();
          await page.waitForURL((url) => url.pathname === '/' && !url.searchParams.has('bands'));
          await page.getByRole('figure').first().waitFor();
        },
        { expected: new RegExp(`status of ${status}`) }
      );
    }
  }
);

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Sent by another site, and what they would change. */
const foreign = [
  ['/sample', ''],
  ['/imports?/undo', 'id=1'],
  ['/imports?/upload', 'campaign=v9'],
  [`/imports/${'0'.repeat(32)}?/confirm`, 'token=x']
] as const;

test('a form that another site sends is refused, and nothing changes', () =>
  withServer(
    async ({ address }) => {
      const campaigns = async () => (await ask('/api/v1/campaigns', {}, address)).body;
      const before = await campaigns();
      const origins = ['https://elsewhere.example', 'null', address.replace('127.0.0.1', 'localhost')];
      for (const [path, body] of foreign) {
        for (const from of [...origins.map((origin) => ({ origin })), {}]) {
          const sent = await ask(path, { method: 'POST', headers: { ...form, ...from }, body }, address);
          expect(sent.status, `${path} from ${JSON.stringify(from)}`).toBe(403);
        }
        expect(await campaigns(), path).toBe(before);
      }
    },
    { sample: true, fill: sampleStore }
  ));

test.each(['elsewhere.example', 'elsewhere.example:80', '192.0.2.7', '127.0.0.1.elsewhere.example'])(
  'a request for the host %s is refused, so that no other site can read the answers through a name of its own',
  async (host) => {
    for (const path of ['/', '/api/v1/campaigns', '/products', '/figures/overview/bands.csv?campaign=v1']) {
      const { status, body } = await ask(path, { headers: { host } });
      expect(status, path).toBe(421);
      expect(body).not.toContain('Orvelis');
    }
  }
);

test('this machine’s own names are answered', async () => {
  const { port } = new URL(inject('address'));
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    expect((await ask('/', { headers: { host } })).status).toBe(200);
  }
});

test('what another site may do with a page is kept small', async () => {
  const { headers } = await fetch(inject('address'));
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

describe('without sign-in, any address but this machine’s own is refused', () => {
  function start(words: string[], environment: Record<string, string>) {
    const dir = mkdtempSync(path.join(tmpdir(), 'palier-refused-'));
    const env = { ...process.env, PALIER_DATA: dir, PORT: '0', ...environment };
    const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8', timeout: 30_000 });
    rmSync(dir, { recursive: true });
    return { status, stderr };
  }

  test('by the command, which says why', () => {
    const { status, stderr } = start(['build/bin/palier.js', 'serve', '--host', '0.0.0.0'], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(/refused: 0\.0\.0\.0 is not a loopback address, and no sign-in.*confidential/);
  });

  test('by the built server started past the command', () => {
    const { status, stderr } = start(['build/index.js'], { HOST: '0.0.0.0' });
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/refused: 0\.0\.0\.0 is not a loopback address, and no sign-in/);
  });
});
