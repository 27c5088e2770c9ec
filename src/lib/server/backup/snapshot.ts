import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { storeFile } from '../instance.ts';
import { isOutOfRoom, type Store } from '../store.ts';
import { DiskFull } from '../staging.ts';
import { copyTo } from '../trail/trail.ts';

const run = promisify(execFile);
const prefix = 'snapshot-';
const copy = `const { constants, copyFileSync, existsSync } = require('node:fs');
  for (let [, from, to] = process.argv, i = 0; i < 2; i++, from += '.wal', to += '.wal')
    if (existsSync(from)) copyFileSync(from, to, constants.COPYFILE_FICLONE);`;

/**
 * Copies the store's file, and its log where there is one, in a process of its own: whichever process closes a file lets
 * go of all the locks that it has on it, and DuckDB's is what keeps a second process out of the store.
 */
async function copyApart(from: string, to: string): Promise<void> {
  try {
    await run(process.execPath, ['-e', copy, from, to]);
  } catch (error) {
    throw isOutOfRoom(error) || /ENOSPC|EDQUOT|EFBIG/.test(String(error)) ? new DiskFull() : error;
  }
}

/**
 * Copies the store as it stands, and its trail, into a folder of the store's; returns the folder's name. Writes wait
 * while the file is copied, reads do not. Throws DiskFull.
 */
export async function take(store: Store): Promise<string> {
  const name = prefix + randomBytes(8).toString('hex');
  const folder = path.join(store.dir, name);
  await mkdir(folder, { mode: 0o700 });
  try {
    const to = path.join(folder, storeFile);
    await store.still(async (from) => {
      await copyApart(from, to);
      await copyTo(store.dir, folder);
    });
    await chmod(to, 0o600);
    return name;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Where the snapshot of this name lies. Throws where the name is no snapshot's. */
export function placeOf(dir: string, name: string): string {
  if (!/^snapshot-[0-9a-f]{16}$/.test(name)) throw new Error(`no snapshot: ${name}`);
  return path.join(dir, name);
}

/** Takes away what a backup that was killed left, an hour old or more; at the server's start all. */
export async function removeLeft(dir: string, olderThanMs = 3_600_000): Promise<void> {
  for (const name of (await readdir(dir)).filter((entry) => entry.startsWith(prefix))) {
    const place = path.join(dir, name);
    if (Date.now() - (await stat(place)).mtimeMs >= olderThanMs)
      await rm(place, { recursive: true, force: true });
  }
}
