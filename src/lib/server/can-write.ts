import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { note } from './trouble.ts';

/** More than a file system keeps within a file's own entry, so that room for it has to be found. */
const trial = Buffer.alloc(8192, 'ready');

/** Whether something more can be stored in `dir`. */
export async function canWrite(dir: string): Promise<boolean> {
  const place = path.join(dir, `ready-${process.pid}`);
  try {
    await writeFile(place, trial, { mode: 0o600 });
    return true;
  } catch (error) {
    if (note(error) === undefined) throw error;
    return false;
  } finally {
    await rm(place, { force: true }).catch(() => undefined);
  }
}
