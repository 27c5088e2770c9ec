import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { repairMetadata } from '#lib/server/metadata-copy.ts';
import { blocksOf, place, rounds, storeIn, torn } from './checkpoint-rounds.ts';
import { inTempDir } from './temp-store.ts';

/** What another process does after a repair has looked at the file, and before it has the file's lock. */
const other = vi.hoisted((): { finish: () => Promise<void> } => ({ finish: () => Promise.resolve() }));

vi.mock('#lib/server/instance.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('#lib/server/instance.ts')>();
  const openInstance: typeof original.openInstance = async (...given) => {
    await other.finish();
    return original.openInstance(...given);
  };
  return { ...original, openInstance };
});

test('a checkpoint that another process finishes while the repair waits for the lock stands', () =>
  inTempDir(async (dir) => {
    let met = 0;
    for (const one of await rounds(dir, 3)) {
      for (let block = 0; block < blocksOf(one.before); block++) {
        const file = torn(one, block);
        if (!file) continue;
        await place(dir, file, one);
        other.finish = async () => {
          met += 1;
          await writeFile(storeIn(dir), one.after);
          await rm(`${storeIn(dir)}.wal`, { force: true });
        };
        await repairMetadata(dir);
        other.finish = () => Promise.resolve();
        expect((await readFile(storeIn(dir))).equals(one.after), `block ${block}`).toBe(true);
      }
    }
    expect(met).toBeGreaterThan(0);
  }));
