import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder, and those above it, readable by its owner alone, where it is missing. One by one: Node's recursive way
 * says of a read-only disk that the folder is missing.
 */
export async function makeOwnFolder(place: string): Promise<void> {
  if (existsSync(place)) return;
  await makeOwnFolder(path.dirname(place));
  try {
    await mkdir(place, { mode: 0o700 });
  } catch (error) {
    const isMadeMeanwhile = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isMadeMeanwhile) throw error;
  }
}
