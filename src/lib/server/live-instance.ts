import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { forgetTexts } from './held-texts.ts';
import { withConnection } from './instance.ts';
import type { Db } from './sql.ts';

/** Connections to read on, kept for the next reader: making one takes as long as a small question. */
function readers(instance: DuckDBInstance) {
  const idle: DuckDBConnection[] = [];
  let isClosed = false;
  return {
    async read<T>(work: (db: Db) => Promise<T>): Promise<T> {
      const db = idle.pop() ?? (await instance.connect());
      try {
        return await work(db);
      } finally {
        forgetTexts(db);
        if (isClosed) db.closeSync();
        else idle.push(db);
      }
    },
    close() {
      isClosed = true;
      for (const db of idle.splice(0)) db.closeSync();
    }
  };
}

/** An open file, whichever instance has it open just now. */
export interface LiveInstance {
  /** Runs `work`, which only reads, on a connection kept for readers; once more where the instance was given up under it. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` on a connection of its own. */
  apart<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` while nobody has the file open, and opens it anew. */
  whileClosed(work: () => Promise<void>): Promise<void>;
  /** How often the file was opened anew. */
  renewals(): number;
  close(): void;
}

interface Reopened extends LiveInstance {
  /** Whether the instance was given up, and not opened anew since. */
  isBroken(): boolean;
}

async function isGivenUp(instance: DuckDBInstance): Promise<boolean> {
  try {
    await withConnection(instance, (db) => db.run('select 1'));
    return false;
  } catch {
    return true; // whatever the reason, nothing can be asked of it any more
  }
}

/**
 * Keeps a file open with `open`. DuckDB gives an instance up for good where it can't bring its log into the file, as on a
 * full disk, though nothing is lost: then the file is opened anew, once nobody uses the old instance, for two on one file
 * may spoil it.
 */
async function reopened(open: () => Promise<DuckDBInstance>): Promise<Reopened> {
  let instance: DuckDBInstance | undefined = await open();
  let pool = readers(instance);
  let renewal: Promise<void> | undefined;
  let isBroken = false;
  let active = 0;
  let renewals = 0;
  let whenIdle: (() => void) | undefined;

  async function renew(meanwhile?: () => Promise<void>): Promise<void> {
    if (active > 0) await new Promise<void>((resolve) => (whenIdle = resolve));
    close();
    await meanwhile?.();
    instance = await open();
    pool = readers(instance);
    renewals += 1;
    isBroken = false;
  }

  function close(): void {
    pool.close();
    instance?.closeSync();
    instance = undefined;
  }

  async function use<T>(work: (instance: DuckDBInstance) => Promise<T>): Promise<T> {
    while (isBroken || !instance) {
      renewal ??= renew().finally(() => (renewal = undefined));
      await renewal;
    }
    const used = instance;
    active += 1;
    try {
      return await work(used);
    } catch (error) {
      isBroken ||= await isGivenUp(used);
      throw error;
    } finally {
      active -= 1;
      if (active === 0) whenIdle?.();
    }
  }

  async function whileClosed(work: () => Promise<void>): Promise<void> {
    while (renewal) await renewal;
    isBroken = true;
    renewal = renew(work).finally(() => (renewal = undefined));
    await renewal;
  }

  return {
    whileClosed,
    read: (work) => use(() => pool.read(work)),
    isBroken: () => isBroken,
    apart: (work) => use((used) => withConnection(used, work)),
    renewals: () => renewals,
    close
  };
}

/** Keeps a file open with `open`. Reading changes nothing: what met an instance that was given up is asked once more. */
export async function keepOpen(open: () => Promise<DuckDBInstance>): Promise<LiveInstance> {
  const file = await reopened(open);
  return {
    ...file,
    async read(work) {
      const before = file.renewals();
      try {
        return await file.read(work);
      } catch (error) {
        if (!file.isBroken() && file.renewals() === before) throw error;
        return file.read(work);
      }
    }
  };
}
