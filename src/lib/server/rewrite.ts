import { mkdir, rename, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { storeFile } from './instance.ts';

const quoted = (place: string) => `'${place.replaceAll("'", "''")}'`;

/**
 * Writes the file in `dir` anew, with what is in its tables and nothing else: DuckDB keeps blocks that are free, with what
 * was in them. Nobody may have it open.
 */
export async function rewriteFile(dir: string): Promise<void> {
  const folder = path.join(dir, `snapshot-${randomBytes(8).toString('hex')}`);
  const fresh = path.join(folder, storeFile);
  await mkdir(folder, { mode: 0o700 });
  try {
    const instance = await DuckDBInstance.create(':memory:');
    const db = await instance.connect();
    try {
      await db.run(`attach ${quoted(path.join(dir, storeFile))} as old (read_only)`);
      await db.run(`attach ${quoted(fresh)} as fresh`);
      await db.run('copy from database old to fresh');
      await db.run('detach fresh');
    } finally {
      db.closeSync();
      instance.closeSync();
    }
    await rename(fresh, path.join(dir, storeFile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
