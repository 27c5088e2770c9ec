import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finishRestore, restored } from '../pending-restore.ts';
import { isEmpty } from '../store-file.ts';
import { forget } from '../trail/trail.ts';
import type { Manifest } from './manifest.ts';
import { unpack } from './unpack.ts';

/** Thrown where a store would be replaced that nobody asked to replace. */
export class StoreNotEmpty extends Error {}

export interface Restored {
  manifest: Manifest;
  /** The folder that what was there before is kept in; undefined where nothing was. */
  kept: string | undefined;
}

/**
 * Replaces the store in `dir` by the backup's, after all of the backup was checked. What was there is kept beside it. A
 * process that dies meanwhile leaves the old store or, once the backup is checked, what `openStore` finishes. Throws
 * BadBackup, StoreInUse, StoreNotEmpty: the store is as before.
 */
export async function restore(
  dir: string,
  file: string,
  { passphrase, replace }: { passphrase: string | undefined; replace: boolean }
): Promise<Restored> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (!(await isEmpty(dir)) && !replace) throw new StoreNotEmpty();
  const fresh = await mkdtemp(path.join(dir, 'restoring-'));
  try {
    const manifest = await unpack(file, fresh, passphrase);
    // a server may have opened the store while the backup was checked
    await isEmpty(dir);
    await rename(fresh, path.join(dir, restored));
    const kept = await finishRestore(dir);
    forget(dir);
    return { manifest, kept };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
