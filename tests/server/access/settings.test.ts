import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as accounts from '#lib/server/access/accounts.ts';
import { listenProblems } from '#lib/server/access/settings.ts';

async function inFolder(work: (dir: string) => unknown): Promise<void> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-access-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const https = 'https://palier.example.org';

test('without sign-in a server listens on loopback alone', () =>
  inFolder((dir) => {
    for (const host of ['127.0.0.1', '::1', 'localhost']) expect(listenProblems(host, {}, dir)).toEqual([]);
    for (const host of ['0.0.0.0', '::', '192.0.2.1', '127.0.0.1.example.org'])
      expect(listenProblems(host, {}, dir).join()).toContain('no sign-in is configured');
    const said = { PALIER_AUTH: 'none', PALIER_ORIGIN: https };
    expect(listenProblems('0.0.0.0', said, dir).join()).toContain('no sign-in is configured');
  }));

test('with accounts it listens elsewhere, once there is one and people come by https', () =>
  inFolder(async (dir) => {
    const environment = { PALIER_AUTH: 'accounts', PALIER_ORIGIN: https };
    expect(listenProblems('0.0.0.0', environment, dir).join()).toContain('palier user add');
    await accounts.create(dir, { name: 'Claire', role: 'manager', password: 'a long enough one' });
    expect(listenProblems('0.0.0.0', environment, dir)).toEqual([]);
    expect(listenProblems('0.0.0.0', {}, dir).join()).toContain('PALIER_ORIGIN');
    const plain = { PALIER_ORIGIN: 'http://palier.example.org' };
    expect(listenProblems('0.0.0.0', plain, dir).join()).toContain('PALIER_ORIGIN');
  }));

test('a provider wants its settings', () =>
  inFolder((dir) => {
    const problems = listenProblems('0.0.0.0', { PALIER_AUTH: 'oidc' }, dir).join();
    for (const name of ['PALIER_OIDC_ISSUER', 'PALIER_OIDC_CLIENT', 'PALIER_ORIGIN'])
      expect(problems).toContain(name);
  }));

test('a file of accounts that can’t be read lets nobody in', () =>
  inFolder(async (dir) => {
    await writeFile(path.join(dir, 'access.json'), '{"accounts":[');
    expect(() => listenProblems('127.0.0.1', {}, dir)).toThrow(/access\.json/);
  }));
