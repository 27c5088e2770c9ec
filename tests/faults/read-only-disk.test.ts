import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore, type Store } from '#lib/server/store.ts';
import { troubleOf } from '#lib/server/trouble.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { factsAfterStart, makeBase, within } from './base-store.ts';
import { expectOneOf, factsOf } from './facts.ts';
import { inTurn, randomBelow, seed, times } from './chance.ts';
import { withSmallDisk } from './small-disk.ts';
import { write, writes } from './writes.ts';

/** Whether it was refused, which must be said; what is written to a file that was open before is kept. */
async function isRefused(store: Store, kind: string): Promise<boolean> {
  try {
    await write(store, kind);
    return false;
  } catch (error) {
    expect(troubleOf(error), `${kind}: ${String(error)}`).toBe('read_only');
    return true;
  }
}

test(`a disk that becomes read-only keeps what was stored, and takes writes again afterwards (${times} times, seed ${seed})`, () =>
  inTempDir((parent) =>
    withSmallDisk(64, async ({ dir: disk, setReadOnly }) => {
      const base = path.join(parent, 'base');
      await makeBase(base);
      let refused = 0;
      for (const [i, kind] of inTurn([...writes.keys()], times).entries()) {
        const dir = path.join(disk, `store ${i}`);
        await cp(base, dir, { recursive: true });
        const store = await openStore(dir, { foldsLog: true });
        if (randomBelow(2) === 1) await write(store, 'saved view');
        const before = await factsOf(store);
        setReadOnly(true);
        if (await isRefused(store, kind)) refused += 1;
        setReadOnly(false);
        const told = `${kind}, seed ${seed}`;
        const now = await factsAfterStart(store);
        store.close();
        expectOneOf(await within(dir, factsAfterStart), [now], `${told}, opened again`);
        if (now === before) await within(dir, (again) => write(again, kind));
        await rm(dir, { recursive: true });
      }
      expect(refused).toBeGreaterThan(times / 2);
    })
  ));
