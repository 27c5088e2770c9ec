import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '#lib/commands/registry.ts';
import { pack } from '#lib/server/backup/pack.ts';
import * as snapshot from '#lib/server/backup/snapshot.ts';
import { unpack } from '#lib/server/backup/unpack.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { heldAfterStart, filesWith, makeBase, purged, within } from './base-store.ts';
import { expectOneOf, heldBy } from './facts.ts';
import { written, type Job } from './killed.ts';
import { randomShare, seed, times } from './chance.ts';
import { write, writes } from './writes.ts';

const kinds = [...writes.keys(), 'restore'];

/** Leave what is compared as it is: a backup is looked at by itself, of a password only the account is told. */
const unseen = new Set(['backup', 'user recover']);

/** Killed together: one process takes longer to start than most writes take. */
const groups = [0, 1].map((group) => kinds.filter((_, i) => i % 2 === group));

let folder = '';
const place = (name: string) => path.join(folder, name);

beforeAll(async () => {
  console.log(`PALIER_SEED=${seed}`);
  folder = await mkdtemp(path.join(os.tmpdir(), 'palier-kill-'));
  await makeBase(place('base'));
  await cp(place('base'), place('other'), { recursive: true });
  await within(place('other'), async (store) => {
    for (const kind of ['import', 'comments import', 'merge']) await write(store, kind);
    await pack(snapshot.placeOf(store.dir, await snapshot.take(store)), place('backup'));
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A copy of the base for each kind, with a backup to restore. */
function prepared(group: readonly string[], round: string): Promise<Job[]> {
  return Promise.all(
    group.map(async (kind) => {
      const parent = place(`${round} ${kind}`);
      await mkdir(parent);
      const dir = path.join(parent, 'store');
      await cp(place('base'), dir, { recursive: true });
      await cp(place('backup'), path.join(parent, 'backup'));
      return { kind, dir };
    })
  );
}

const started = (dir: string) => within(dir, heldAfterStart);

interface Known {
  before: string;
  /** What each kind leaves where nothing stops it. */
  after: Map<string, string>;
  /** How long each takes beside the others. */
  ms: Map<string, number>;
}

async function unharmed(group: readonly string[]): Promise<Known> {
  const jobs = await prepared(group, 'unharmed');
  const ms = await written(
    jobs,
    jobs.map(() => 0)
  );
  expect([...ms.keys()].sort()).toEqual([...group].sort());
  const after = new Map<string, string>();
  for (const { kind, dir } of jobs) after.set(kind, await started(dir));
  return { before: await within(place('base'), heldBy), after, ms };
}

async function expectWhole({ kind, dir }: Job, told: string, states: string[]): Promise<void> {
  const found = await started(dir);
  expectOneOf(found, states, told);
  expect(await verify(dir), told).toMatchObject({ isWhole: true });
  const taken = path.join(dir, 'taken');
  if (existsSync(taken)) {
    await mkdir(`${taken} unpacked`);
    await unpack(taken, `${taken} unpacked`);
  }
  if (kind === 'purge' && found === states.at(-1)) expect(await filesWith(dir, purged), told).toEqual([]);
}

/** Kills all writes of a group at once, each somewhere between its beginning and a little after its end. */
async function killOnce(group: readonly string[], round: string, known: Known): Promise<string[]> {
  const jobs = await prepared(group, round);
  const moments = jobs.map(({ kind }) => randomShare() * 1.1 * (known.ms.get(kind) ?? 0));
  const at = Math.max(...moments);
  const delays = moments.map((moment) => at - moment);
  const done = await written(jobs, delays, at);
  for (const [i, job] of jobs.entries()) {
    const isDone = done.has(job.kind);
    const told = `${job.kind}, killed after ${moments[i]?.toFixed(1)} ms, ${isDone ? 'done' : 'not done'}, seed ${seed}`;
    const after = known.after.get(job.kind) ?? '';
    await expectWhole(job, told, isDone ? [after] : [known.before, after]);
    await rm(path.dirname(job.dir), { recursive: true });
  }
  return jobs.map(({ kind }) => `${kind} ${done.has(kind) ? 'done' : 'not done'}`);
}

test('every command that changes something is among the writes that are killed', () => {
  const changing = Object.entries(commands).filter(([, { act }]) => act === undefined);
  expect(changing.map(([name]) => name).filter((name) => !writes.has(name))).toEqual([]);
});

test.each(groups.map((group) => [group.join(', '), group] as const))(
  `killed at any moment, ${times} times each, is wholly done or not at all: %s`,
  { timeout: 60_000 + times * 60_000 },
  async (_, group) => {
    const known = await unharmed(group);
    for (const [kind, after] of known.after)
      expect(after === known.before, `${kind} changes something`).toBe(unseen.has(kind));
    const outcomes = new Set<string>();
    for (let i = 0; i < times; i++)
      for (const outcome of await killOnce(group, `round ${i}`, known)) outcomes.add(outcome);
    // where each is killed often enough, some were done and some were not
    if (times >= 20) expect(outcomes.size).toBeGreaterThan(group.length);
  }
);
