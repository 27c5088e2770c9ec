import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Db } from './sql.ts';

/** The store's one file, in its folder. */
export const storeFile = 'palier.duckdb';

/** Nothing but this one file: no other file, extension or setting. Order matters: access is closed before the lock. */
function lockedDown(dir: string): Record<string, string> {
  return {
    temp_directory: path.join(dir, 'tmp'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    enable_external_access: 'false',
    lock_configuration: 'true'
  };
}

/** Thrown where another process holds the store's file. */
export class StoreInUse extends Error {}

/** Opens the file in `dir`, made where missing. Throws StoreInUse. */
export async function openInstance(
  dir: string,
  options: Record<string, string> = {}
): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path.join(dir, storeFile), { ...options, ...lockedDown(dir) });
  } catch (error) {
    if (error instanceof Error && /lock on file/i.test(error.message)) throw new StoreInUse(error.message);
    throw error;
  }
}

/** Runs `work` on a connection of its own. */
export async function withConnection<T>(instance: DuckDBInstance, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await instance.connect();
  try {
    return await work(db);
  } finally {
    db.closeSync();
  }
}
