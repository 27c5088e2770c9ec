import { cp, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DiskFull } from '#lib/server/staging.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { troubleOf } from '#lib/server/trouble.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { factsAfterStart, makeBase, within } from './base-store.ts';
import { expectOneOf, factsOf } from './facts.ts';
import { inTurn, randomBelow, seed, times } from './chance.ts';
import { withSmallDisk } from './small-disk.ts';
import { write, writes } from './writes.ts';

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
  try {
    await write(store, kind);
    return true;
  } catch (error) {
    // also where it was done, but the trail had no room to tell of it
    const isTold = error instanceof DiskFull || troubleOf(error) === 'full' || /no room/.test(String(error));
    expect(isTold, `${kind}: ${String(error)}`).toBe(true);
    return false;
  }
}

/** What the write leaves of the store in `base` where there is room. */
async function whole(base: string, dir: string, kind: string): Promise<string> {
  await cp(base, dir, { recursive: true });
  return within(dir, async (store) => {
    await write(store, kind);
    return factsAfterStart(store);
  });
}

test(`a disk that fills up while something is written loses nothing of what was stored (${times} times, seed ${seed})`, () =>
  inTempDir((parent) =>
    withSmallDisk(64, async ({ dir: disk }) => {
      const base = path.join(parent, 'base');
      await makeBase(base);
      const before = await within(base, factsOf);
      let refused = 0;
      for (const [i, kind] of inTurn([...writes.keys()], times).entries()) {
        // a folder of its own: what a process holds of a store is held by its folder
        const [dir, filler] = [path.join(disk, `store ${i}`), path.join(disk, 'filler')];
        const after = await whole(base, path.join(parent, `after ${i}`), kind);
        await cp(base, dir, { recursive: true });
        const store = await openStore(dir, { foldsLog: true });
        // the first meets a disk without a byte, so that one at least is refused
        await fill(filler, i === 0 ? 0 : randomBelow(4) * randomBelow(100_000));
        const isDone = await tried(store, kind);
        if (!isDone) refused += 1;
        await rm(filler);
        const told = `${kind}, ${isDone ? 'done' : 'refused'}, seed ${seed}`;
        expectOneOf(await factsAfterStart(store), [before, after], told);
        store.close();
        const found = await within(dir, factsAfterStart);
        expectOneOf(found, isDone ? [after] : [before, after], `${told}, opened again`);
        if (found === before) {
          await within(dir, (again) => write(again, kind));
          expectOneOf(await within(dir, factsAfterStart), [after], `${told}, asked again`);
        }
        await rm(dir, { recursive: true });
      }
      expect(refused).toBeGreaterThan(0);
    })
  ));
