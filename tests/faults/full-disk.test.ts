import { existsSync } from 'node:fs';
import { cp, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { randomWords } from '#lib/maturity/random.ts';
import { execute } from '#lib/commands/registry.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { troubleOf } from '#lib/server/trouble.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { doneOn, makeBase, within, writes } from './base-store.ts';
import { factsOf } from './facts.ts';
import { withSmallDisk } from './small-disk.ts';

const times = Number(process.env['PALIER_KILLS'] ?? 5);
const seed = Number(process.env['PALIER_SEED'] ?? Date.now() % 1_000_000);
const words = randomWords(seed);

/** Leaves so many bytes of the disk free. */
async function fill(place: string, free: number): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(place));
  const handle = await open(place, 'w');
  try {
    const piece = Buffer.alloc(4096, 1);
    for (let left = bavail * bsize - free; left > 0; left -= piece.length) await handle.write(piece);
  } finally {
    await handle.close();
  }
}

/** Whether the write was done; it may only be refused for want of room. */
async function tried(store: Store, kind: string): Promise<boolean> {
  const asked = writes[kind];
  if (!asked) throw new Error(`no write: ${kind}`);
  try {
    const { exit, messages } = await execute(store, asked);
    expect(exit === 0 || /no room/.test(messages.join()), `${kind}: ${messages.join()}`).toBe(true);
    return exit === 0;
  } catch (error) {
    // done, but the trail had no room to tell of it
    expect(troubleOf(error), String(error)).toBe('full');
    return false;
  }
}

test(`a disk that fills up while something is written loses nothing of what was stored (${times} times, seed ${seed})`, () =>
  inTempDir((parent) =>
    withSmallDisk(48, async ({ dir: disk }) => {
      const base = path.join(parent, 'base');
      await makeBase(base);
      const before = await within(base, factsOf);
      const kinds = Object.keys(writes);
      let refused = 0;
      for (let i = 0; i < times; i++) {
        const kind = kinds[i % kinds.length] ?? '';
        const [dir, filler] = [path.join(disk, 'store'), path.join(disk, 'filler')];
        const after = path.join(parent, `after ${i}`);
        await cp(base, after, { recursive: true });
        await within(after, (store) => doneOn(store, writes[kind]));
        const whole = await within(after, factsOf);
        await cp(base, dir, { recursive: true });
        const store = await openStore(dir, { foldsLog: true });
        await fill(filler, words() % 300_000);
        const isDone = await tried(store, kind);
        if (!isDone) refused += 1;
        await rm(filler);
        const told = `${kind}, ${isDone ? 'done' : 'refused'}, seed ${seed}`;
        expect([before, whole], told).toContain(await factsOf(store));
        store.close();
        const found = await within(dir, factsOf);
        expect(isDone ? [whole] : [before, whole], `${told}, opened again`).toContain(found);
        if (found === before) {
          await within(dir, (again) => doneOn(again, writes[kind]));
          expect(await within(dir, factsOf)).toBe(whole);
        }
        await rm(dir, { recursive: true });
        expect(existsSync(filler)).toBe(false);
      }
      expect(refused).toBeGreaterThan(0);
    })
  ));
