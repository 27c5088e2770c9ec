import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { openStore, type Store } from '#lib/server/store.ts';

/** Runs `work` in a folder of its own, which is gone afterwards. */
export async function inTempDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-test-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Runs `work` on a new store, a real DuckDB file. */
export function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  return inTempDir(async (parent) => {
    const dir = path.join(parent, 'store');
    await cp(inject('emptyStore'), dir, { recursive: true });
    const store = await openStore(dir);
    try {
      return await work(store);
    } finally {
      store.close();
    }
  });
}
