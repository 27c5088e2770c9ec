import { atVersion } from './cache.ts';
import type { Db } from './sql.ts';
import type { Store } from './store.ts';

/** What a question was answered with, and whether it still holds. */
interface Known {
  rows: Promise<unknown[]>;
  count: number;
  isCurrent(): boolean;
}

interface Keep {
  version: number;
  known: Map<string, Known>;
}

/** So many rows are kept in all: some tens of megabytes. */
const most = 100_000;

const keeps = new WeakMap<Store, Keep>();
const owners = new WeakMap<Db, Store>();

/** Says that a connection only reads, outside any transaction: what it is answered with may be told to others. */
export function sharesRows(db: Db, store: Store): Db {
  owners.set(db, store);
  return db;
}

/** Without what a change has overtaken. */
function keepOf(store: Store): Map<string, Known> {
  const version = store.version();
  const keep = keeps.get(store) ?? { version, known: new Map<string, Known>() };
  if (keep.version !== version)
    for (const [key, { isCurrent }] of keep.known) if (!isCurrent()) keep.known.delete(key);
  keep.version = version;
  keeps.set(store, keep);
  return keep.known;
}

function makeRoom(known: Map<string, Known>): void {
  const total = [...known.values()].reduce((sum, { count }) => sum + count, 0);
  if (total > most) known.clear();
}

/**
 * The rows that `read` gives, read once for all who ask the same of a campaign at the same time or before it changes: the
 * pages of one view share most of their questions. The key holds the statement and its parameters. Rows are frozen.
 */
export async function knownRows<Row>(
  db: Db,
  campaignId: number,
  key: string,
  read: () => Promise<Row[]>
): Promise<Row[]> {
  const store = owners.get(db);
  if (!store) return read();
  const known = keepOf(store);
  const before = known.get(key);
  if (before) return before.rows as Promise<Row[]>;
  const isCurrent = atVersion(store, [campaignId]);
  const entry: Known = { rows: read().then(frozen), count: 0, isCurrent };
  known.set(key, entry);
  try {
    const rows = (await entry.rows) as Row[];
    entry.count = rows.length;
    makeRoom(known);
    return rows;
  } catch (error) {
    if (known.get(key) === entry) known.delete(key);
    throw error;
  }
}

function frozen<Row>(rows: Row[]): Row[] {
  for (const row of rows) Object.freeze(row);
  return Object.freeze(rows) as Row[];
}
