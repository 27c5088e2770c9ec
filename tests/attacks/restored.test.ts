import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { palier, serve } from '#tests/e2e/served.ts';
import { Visitor } from './browser.ts';
import { guarded, type Guarded } from './served.ts';
import { enter } from './signed-in.ts';

let at: Guarded;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'palier-restored-'));
  at = await guarded();
});
afterAll(async () => {
  await at.stop();
  await rm(folder, { recursive: true, force: true });
});

async function figures(visitor: Visitor): Promise<string> {
  return (await visitor.ask('/api/v1/campaigns/v1/overview')).text();
}

test('after a restore people sign in as before, and who was closed since stays out', async () => {
  const [backup, before] = [path.join(folder, 'backup'), await figures(at.manager)];
  await palier(at.data, 'backup', backup);
  await at.manager.post('/users?/close', { id: 'id-of-Anatole' });
  await at.manager.post('/imports?/undo', { id: '1' });
  expect(await figures(at.manager)).not.toBe(before);

  await at.whileStopped(() => palier(at.data, 'restore', backup, '--replace'));
  // copied apart before anybody comes in, so that the code used here is not used there
  const accounts = path.join(folder, 'access.json');
  await copyFile(path.join(at.data, 'access.json'), accounts);
  const holder = { ...at.holders.manager };
  const manager = new Visitor(at.address);
  expect((await enter(manager, at.holders.manager)).headers.get('location')).toBe('/');
  expect(await figures(manager)).toBe(before);
  expect((await enter(new Visitor(at.address), at.holders.analyst)).status).toBe(401);

  // on another machine: the backup, and the file of accounts
  const elsewhere = path.join(folder, 'elsewhere');
  await palier(elsewhere, 'restore', backup);
  await copyFile(accounts, path.join(elsewhere, 'access.json'));
  const served = await serve(elsewhere, { sample: false });
  try {
    const moved = new Visitor(served.address);
    expect((await moved.ask('/')).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await enter(moved, holder)).headers.get('location')).toBe('/');
    expect(await figures(moved)).toBe(before);
  } finally {
    await served.stop();
  }
});
