import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The folder that a checked backup is in until all of it stands in the store's place. */
export const restored = 'restored';

/** Logs first: a log is the old file's as long as the new file is not in its place. */
const inPlace = [
  'palier.duckdb.checkpoint.wal',
  'palier.duckdb.recovery.wal',
  'palier.duckdb.wal',
  'palier.duckdb'
];

async function move(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  return true;
}

/** Puts one of the backup's in its place, if that has not been done yet, and what was there into `aside`. */
async function swap(dir: string, aside: string, names: readonly string[]): Promise<boolean> {
  const name = names.at(-1) ?? '';
  const fresh = path.join(dir, restored, name);
  if (!existsSync(fresh)) return false;
  let moved = false;
  for (const old of names) moved = (await move(path.join(dir, old), path.join(aside, old))) || moved;
  await rename(fresh, path.join(dir, name));
  return moved;
}

function freeName(dir: string): string {
  const day = new Date().toISOString().slice(0, 10);
  for (let i = 1; ; i++) {
    const place = path.join(dir, `replaced-${day}-${i}`);
    if (!existsSync(place)) return place;
  }
}

/**
 * Puts a checked backup that waits in place of the store in `dir`, also where a process died while doing so. Returns the
 * folder that what was there is kept in; undefined where nothing was.
 */
export async function finishRestore(dir: string): Promise<string | undefined> {
  const names = await readdir(dir);
  if (!names.includes(restored)) return undefined;
  const aside = freeName(dir);
  const file = await swap(dir, aside, inPlace);
  const trail = await swap(dir, aside, ['trail']);
  await rm(path.join(dir, restored), { recursive: true });
  return file || trail ? aside : undefined;
}
