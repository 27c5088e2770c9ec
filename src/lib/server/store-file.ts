import { existsSync } from 'node:fs';
import path from 'node:path';
import { openInstance, storeFile, StoreInUse, withConnection } from './instance.ts';
import { all, first, run, type Db } from './sql.ts';

/*
 * Looks at a store's file that this process has not opened as its store: a copy, or one that may be damaged.
 */

async function withFile<T>(dir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const instance = await openInstance(dir);
  try {
    return await withConnection(instance, work);
  } finally {
    instance.closeSync();
  }
}

async function tables(db: Db): Promise<string[]> {
  const rows = await all<{ name: string }>(
    db,
    `select table_name as name from duckdb_tables() where not internal order by 1`
  );
  return rows.map(({ name }) => name);
}

/** Reads every value of every table, so that no damage goes unseen. Throws what DuckDB throws. Cost: the whole store. */
export async function readAll(db: Db): Promise<void> {
  for (const table of await tables(db))
    await all(db, `select bit_xor(hash(entries)) as digest from "${table}" as entries`);
}

/** How many migrations the store in `dir` has run; its log goes into the file, and all of it is read. */
export function readSchema(dir: string): Promise<number> {
  return withFile(dir, async (db) => {
    await readAll(db);
    const row = await first<{ version: number }>(
      db,
      'select coalesce(max(version), 0)::int as version from migration'
    );
    await run(db, 'checkpoint');
    return row?.version ?? 0;
  });
}

async function holdsNothing(db: Db): Promise<boolean> {
  for (const table of (await tables(db)).filter((name) => name !== 'migration')) {
    if (await first(db, `select 1 as found from "${table}" limit 1`)) return false;
  }
  return true;
}

/** Whether there is nothing in the store in `dir` that anybody could miss; what can't be read may hold something. */
export async function isEmpty(dir: string): Promise<boolean> {
  if (!existsSync(path.join(dir, storeFile))) return true;
  try {
    return await withFile(dir, holdsNothing);
  } catch (error) {
    if (error instanceof StoreInUse) throw error;
    return false;
  }
}
