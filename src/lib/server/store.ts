import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { changeCounter } from './change-counter.ts';
import { openInstance, storeFile, withConnection } from './instance.ts';
import { sharesRows } from './known-rows.ts';
import { keepOpen } from './live-instance.ts';
import { log } from './log.ts';
import { dropMetadata, keepMetadata, repairMetadata, unpin } from './metadata-copy.ts';
import { migrations } from './migrations.ts';
import { makeOwnFolder } from './own-folder.ts';
import { finishRestore } from './pending-restore.ts';
import { rewriteFile } from './rewrite.ts';
import { DiskFull } from './staging.ts';
import { all, first, run, type Db } from './sql.ts';
import { removeTorn, wasCutOff } from './torn.ts';
import { forget } from './trail/trail.ts';
import { note } from './trouble.ts';

/** The folder's DuckDB file, open in this process; one store a folder and process. */
export interface Store {
  dir: string;
  /** Rises with every committed change; part of every cache key. */
  version(): number;
  /** The same, but for changes that were confined to another campaign. */
  versionOf(campaignId: number): number;
  /** Runs `work` on a connection of its own. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Runs `work` as one transaction, after those begun earlier; rolled back when it throws. `confinedTo` says of its result
   * which campaign it was confined to: no row that figures of another one rest on was touched. By default it reaches all.
   */
  write<T>(work: (db: Db) => Promise<T>, confinedTo?: (result: T) => number | undefined): Promise<T>;
  /** Runs `work` between two writes, on the file that holds all that was committed, with its log where there is one. */
  still<T>(work: (file: string) => Promise<T>): Promise<T>;
  /** Writes the file anew, so that no block of it holds what was deleted. Everybody else waits. */
  rewrite(): Promise<void>;
  close(): void;
}

async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  await run(db, 'begin');
  try {
    const result = await work(db);
    await run(db, 'commit');
    return result;
  } catch (error) {
    // a commit that fails, as on a full disk, has ended the transaction itself
    await run(db, 'rollback').catch(() => undefined);
    throw isOutOfRoom(error) ? new DiskFull() : error;
  }
}

/** As the file system says it of a full disk, a quota, a limit on files. */
export function isOutOfRoom(error: unknown): boolean {
  return error instanceof Error && /no space left|quota exceeded|file too large/i.test(error.message);
}

async function applied(db: Db): Promise<number> {
  await run(db, 'create table if not exists migration (version integer primary key)');
  const row = await first<{ version: number }>(
    db,
    'select coalesce(max(version), 0)::int as version from migration'
  );
  return row?.version ?? 0;
}

async function migrate(db: Db, done: number): Promise<void> {
  if (done > migrations.length) {
    throw new Error(
      `the store has schema ${done}, newer than this version of Palier, which knows ${migrations.length}`
    );
  }
  for (const [i, sql] of migrations.entries()) {
    if (i < done) continue;
    await inTransaction(db, async () => {
      await db.run(sql);
      await run(db, 'insert into migration values ($version)', { version: i + 1 });
    });
  }
}

/** Brings the log into the file; not while somebody still reads what a write has since replaced. */
async function checkpoint(db: Db, attempts = 20): Promise<void> {
  try {
    await run(db, 'checkpoint');
  } catch (error) {
    if (!(error instanceof Error && /cannot checkpoint/i.test(error.message))) throw error;
    if (attempts === 0) return;
    await setTimeout(50);
    await checkpoint(db, attempts - 1);
  }
}

/** The file with its schema brought up to date, and without what a process that died left half done. */
async function openSound(dir: string, options: Record<string, string>): Promise<DuckDBInstance> {
  const isTorn = await wasCutOff(dir, storeFile);
  await repairMetadata(dir);
  const instance = await openInstance(dir, options);
  try {
    await withConnection(instance, async (db) => {
      const done = await applied(db);
      // a log ends in a checkpoint too; a disk without room is no reason not to read
      if (isTorn || done < migrations.length) await keepMetadata(dir, db).catch(note);
      await migrate(db, done);
      if (isTorn) await inTransaction(db, removeTorn);
    });
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

async function rewritten(dir: string): Promise<void> {
  await dropMetadata(dir);
  await rewriteFile(dir);
}

/** What DuckDB frees goes back to the system at once, for a little more of the processor's time. */
const givingBack = { allocator_flush_threshold: '1MB', allocator_bulk_deallocation_flush_threshold: '1MB' };

/**
 * Opens the store in `dir`, made where missing, with its schema brought up to date. With `foldsLog` each write is brought
 * into the file soon after it was committed: damage to the file is always noticed, a log whose end is lost looks whole.
 * With `givesBack` memory that a question took is not kept for the next one. Throws StoreInUse.
 */
export async function openStore(dir: string, { foldsLog = false, givesBack = false } = {}): Promise<Store> {
  await makeOwnFolder(dir);
  await finishRestore(dir);
  const options = { ...(foldsLog ? { checkpoint_threshold: '1TB' } : {}), ...(givesBack ? givingBack : {}) };
  const file = await keepOpen(() => openSound(dir, options));
  const changes = changeCounter();
  let lastWrite: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = lastWrite.then(work);
    lastWrite = next.catch(() => undefined);
    return next;
  }

  async function commit<T>(
    work: (db: Db) => Promise<T>,
    confinedTo?: (result: T) => number | undefined
  ): Promise<T> {
    const result = await file.apart((db) =>
      inTransaction(db, async () => {
        await keepMetadata(dir, db);
        return work(db);
      })
    );
    changes.count(confinedTo?.(result));
    return result;
  }

  function still<T>(work: (file: string) => Promise<T>): Promise<T> {
    return inTurn(async () => {
      await file.apart(async (db) => {
        await keepMetadata(dir, db);
        await checkpoint(db);
      });
      return work(path.join(dir, storeFile));
    });
  }

  const store: Store = {
    dir,
    version: () => changes.all() + file.renewals(),
    versionOf: (campaignId) => changes.reaching(campaignId) + file.renewals(),
    read: (work) => file.read((db) => work(sharesRows(db, store))),
    async write(work, confinedTo) {
      const result = await inTurn(() => commit(work, confinedTo));
      if (foldsLog) still(() => Promise.resolve()).catch(note);
      return result;
    },
    still,
    rewrite: () => inTurn(() => file.whileClosed(() => rewritten(dir))),
    close() {
      file.close();
      unpin(dir);
      forget(dir);
    }
  };
  return store;
}

/** Whether the store answers a question. */
export async function isReadable(store: Store): Promise<boolean> {
  try {
    await store.read((db) => first(db, 'select max(version) as version from migration'));
    return true;
  } catch (error) {
    if (note(error) === undefined)
      log('store not readable', { reason: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}

/**
 * Every table's rows, in order: what a test compares to show that nothing changed. Most tables are empty: one question finds
 * them.
 */
export async function contents(db: Db): Promise<Record<string, unknown[]>> {
  const tables = await all<{ name: string }>(db, 'select table_name as name from duckdb_tables() order by 1');
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`);
  const found: Record<string, unknown[]> = {};
  for (const { name, rows } of await all<{ name: string; rows: number }>(db, counts.join(' union all ')))
    found[name] = rows === 0 ? [] : await all(db, `select * from "${name}" order by all`);
  return found;
}
