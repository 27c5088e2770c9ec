import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { locked, repairMetadata } from '#lib/server/metadata-copy.ts';
import { blocksOf, place, rounds, storeIn, torn } from './checkpoint-rounds.ts';
import { inTempDir } from './temp-store.ts';

test('a checkpoint that another process finishes while the repair waits for the lock stands', () =>
  inTempDir(async (dir) => {
    let met = 0;
    for (const one of await rounds(dir, 3)) {
      for (let block = 0; block < blocksOf(one.before); block++) {
        const file = torn(one, block);
        if (!file) continue;
        await place(dir, file, one);
        // after the repair has looked at the file, and before it has the file's lock
        await repairMetadata(dir, async () => {
          met += 1;
          await writeFile(storeIn(dir), one.after);
          await rm(`${storeIn(dir)}.wal`, { force: true });
          return locked(dir);
        });
        expect((await readFile(storeIn(dir))).equals(one.after), `block ${block}`).toBe(true);
      }
    }
    expect(met).toBeGreaterThan(0);
  }));
