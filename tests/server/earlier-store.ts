import { mkdir } from 'node:fs/promises';
import { openInstance, withConnection } from '#lib/server/instance.ts';
import { migrations } from '#lib/server/migrations.ts';
import { all, run } from '#lib/server/sql.ts';
import { contents } from '#lib/server/store.ts';
import { dataOf } from './schema-data.ts';

export type Contents = Record<string, Record<string, unknown>[]>;

/**
 * Makes the store that a Palier of so many migrations would have left in `dir`, after each release had put data in it;
 * returns what is in it.
 */
export async function makeEarlierStore(dir: string, schema: number): Promise<Contents> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const instance = await openInstance(dir);
  try {
    return await withConnection(instance, async (db) => {
      await run(db, 'create table migration (version integer primary key)');
      for (let i = 0; i < schema; i++) {
        await db.run(migrations[i] ?? '');
        await run(db, 'insert into migration values ($version)', { version: i + 1 });
        await db.run(dataOf[i] ?? '');
      }
      return (await contents(db)) as Contents;
    });
  } finally {
    instance.closeSync();
  }
}

/** Tables of a store that hold nothing. */
export async function emptyTables(dir: string): Promise<string[]> {
  const instance = await openInstance(dir);
  try {
    const tables = await withConnection(instance, (db) =>
      all<{ name: string }>(
        db,
        'select table_name as name from duckdb_tables() where estimated_size = 0 order by 1'
      )
    );
    return tables.map(({ name }) => name);
  } finally {
    instance.closeSync();
  }
}
