import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from '#lib/server/backup/pack.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { unpack } from '#lib/server/backup/unpack.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { doneOn, makeBase, within, writes } from './base-store.ts';
import { factsOf } from './facts.ts';

/* Each kind of write is killed this often; once each where five kills are asked for, since there are more kinds. */
const kills = Number(process.env['PALIER_KILLS'] ?? 5);
const each = kills > 5 ? kills : 1;
const seed = Number(process.env['PALIER_SEED'] ?? Date.now() % 1_000_000);
const words = randomWords(seed);
const kinds = [...Object.keys(writes), 'backup', 'restore'];

let folder = '';
const place = (name: string) => path.join(folder, name);

beforeAll(async () => {
  console.log(`PALIER_SEED=${seed}`);
  folder = await mkdtemp(path.join(os.tmpdir(), 'palier-kill-'));
  await makeBase(place('base'));
  await cp(place('base'), place('other'), { recursive: true });
  await within(place('other'), async (store) => {
    for (const kind of ['import', 'comments', 'merge']) await doneOn(store, writes[kind]);
    const taken = snapshot.placeOf(store.dir, await snapshot.take(store));
    await pack(taken, place('backup'));
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Unharmed {
  facts: string;
  ms: number;
}

/** What the write leaves where nothing stops it, and how long it takes. */
async function unharmed(kind: string): Promise<Unharmed> {
  const asked = writes[kind];
  const dir = place(kind === 'restore' ? 'other' : `unharmed ${kind}`);
  if (kind !== 'restore') await cp(place('base'), dir, { recursive: true });
  return within(dir, async (store) => {
    const start = performance.now();
    if (asked) await doneOn(store, asked);
    return { ms: performance.now() - start, facts: await factsOf(store) };
  });
}

/** Starts the write on a copy of the base and kills it `atMs` after it began; whether it had said that it was done. */
async function killedAt(dir: string, kind: string, atMs: number): Promise<boolean> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/faults/writer.ts', dir, kind],
    {
      stdio: ['pipe', 'pipe', 'inherit']
    }
  );
  if (!child.stdin || !child.stdout) throw new Error('no pipes');
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  const closed = once(child, 'close');
  await Promise.race([once(lines, 'line'), closed]);
  expect(said, `${kind} began`).toEqual(['ready']);
  child.stdin.write('go\n');
  await setTimeout(atMs);
  child.kill('SIGKILL');
  await closed;
  return said.length > 1;
}

async function expectWholeBackup(dir: string, file: string): Promise<void> {
  if (!existsSync(file)) return;
  const into = path.join(dir, 'unpacked');
  await mkdir(into);
  await unpack(file, into);
}

test.each(kinds)(
  `%s killed at any moment is wholly done or not at all (${each} times)`,
  { timeout: 60_000 + each * 20_000 },
  async (kind) => {
    const before = await within(place('base'), factsOf);
    const after = await unharmed(kind);
    for (let i = 0; i < each; i++) {
      const parent = place(`${kind} ${i}`);
      const dir = path.join(parent, 'store');
      await mkdir(parent);
      await cp(place('base'), dir, { recursive: true });
      await cp(place('backup'), path.join(parent, 'backup'));
      // a fresh process takes longer than this one, which is warm
      const atMs = (words() / 2 ** 32) * (3 * after.ms + 80);
      const isDone = await killedAt(dir, kind, atMs);
      const told = `${kind}, killed after ${atMs.toFixed(1)} ms, ${isDone ? 'done' : 'not done'}, seed ${seed}`;
      const found = await within(dir, factsOf);
      expect(isDone ? [after.facts] : [before, after.facts], told).toContain(found);
      expect(await verify(dir), told).toMatchObject({ isWhole: true });
      await expectWholeBackup(parent, path.join(dir, 'taken'));
      await rm(parent, { recursive: true });
    }
  }
);
