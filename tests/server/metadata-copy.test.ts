import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { whileServed } from '#tests/commands/processes.ts';
import { openInstance, StoreInUse, withConnection } from '#lib/server/instance.ts';
import { keepMetadata, repairMetadata } from '#lib/server/metadata-copy.ts';
import { all, run, type Db } from '#lib/server/sql.ts';
import { openStore } from '#lib/server/store.ts';
import { readAll } from '#lib/server/store-file.ts';
import { inTempDir } from './temp-store.ts';

const headsBytes = 3 * 4096;
const blockBytes = 262_144;
const copyName = 'metadata.copy';

/** A file, its log and the copy of its metadata before a checkpoint, and the file after it. */
interface Round {
  before: Buffer;
  log: Buffer;
  copy: Buffer;
  after: Buffer;
  rows: number;
}

const storeIn = (dir: string) => path.join(dir, 'palier.duckdb');

async function round(dir: string, db: Db, i: number): Promise<Round> {
  const file = storeIn(dir);
  await run(db, `insert into part_${i} select range, 'x' || range from range(50)`);
  await keepMetadata(dir, db);
  await copyFile(file, `${file}-before`);
  await copyFile(`${file}.wal`, `${file}-log`);
  await run(db, 'checkpoint');
  const copied = (name: string) => readFile(path.join(dir, name));
  return {
    before: await copied('palier.duckdb-before'),
    log: await copied('palier.duckdb-log'),
    copy: await copied(copyName),
    after: await readFile(file),
    rows: 50 * (i + 1)
  };
}

/** What checkpoints of a file with many tables write. */
async function rounds(dir: string, count: number): Promise<Round[]> {
  const instance = await DuckDBInstance.create(storeIn(dir), { checkpoint_threshold: '1TB' });
  const found: Round[] = [];
  await withConnection(instance, async (db) => {
    for (let i = 0; i < 30; i++) await run(db, `create table part_${i} (id integer, name varchar)`);
    await run(db, 'checkpoint');
    for (let i = 0; i < count; i++) found.push(await round(dir, db, i));
  });
  instance.closeSync();
  return found;
}

const blocksOf = (file: Buffer) => Math.floor((file.length - headsBytes) / blockBytes);

/** The file as it is where the process died in the middle of writing a block: its last changed byte is the old one. */
function torn({ before, after }: Round, block: number): Buffer | undefined {
  const from = headsBytes + block * blockBytes;
  let last = from + blockBytes - 1;
  while (last > from && before[last] === after[last]) last--;
  if (last === from) return undefined;
  const bytes = Buffer.from(before);
  after.copy(bytes, from, from, last);
  return bytes;
}

/** The rows of the parts as DuckDB reads them; throws what it throws. */
async function rowsIn(dir: string): Promise<number> {
  const instance = await openInstance(dir);
  try {
    return await withConnection(instance, async (db) => {
      await readAll(db);
      const counts = await all<{ rows: number }>(
        db,
        `select estimated_size::int as rows from duckdb_tables() where table_name like 'part_%'`
      );
      return counts.reduce((sum, { rows }) => sum + rows, 0);
    });
  } finally {
    instance.closeSync();
  }
}

async function place(dir: string, file: Buffer, { log, copy }: Round): Promise<void> {
  await writeFile(storeIn(dir), file);
  await writeFile(`${storeIn(dir)}.wal`, log);
  await writeFile(path.join(dir, copyName), copy);
}

test('whichever block a checkpoint was writing when the process died, the file is as it was before', () =>
  inTempDir(async (dir) => {
    let unreadable = 0;
    for (const one of await rounds(dir, 6)) {
      for (let block = 0; block < blocksOf(one.before); block++) {
        const file = torn(one, block);
        if (!file) continue;
        await place(dir, file, one);
        unreadable += await rowsIn(dir).then(
          () => 0,
          () => 1
        );
        await place(dir, file, one);
        await repairMetadata(dir);
        expect(await rowsIn(dir), `block ${block}`).toBe(one.rows);
      }
    }
    // DuckDB alone can't read some of them: else there would be nothing to repair
    expect(unreadable).toBeGreaterThan(0);
  }));

test('a finished checkpoint, another file or a copy that is not whole leaves the file as it is', () =>
  inTempDir(async (dir) => {
    const [first, second] = await rounds(dir, 2);
    if (!first || !second) throw new Error('no rounds');
    const cut = { ...first, copy: first.copy.subarray(0, first.copy.length - 1) };
    const changed = Buffer.from(first.before);
    changed.writeUInt8(changed.readUInt8(headsBytes + 100) ^ 1, headsBytes + 100);
    for (const [file, beside] of [
      [first.after, first],
      [second.after, first],
      [changed, cut]
    ] as const) {
      await place(dir, file, beside);
      await repairMetadata(dir);
      expect((await readFile(storeIn(dir))).equals(file)).toBe(true);
    }
  }));

/** Whether this process holds a lock on the file. */
function isLocked(file: string): boolean {
  return readFileSync('/proc/locks', 'utf8').includes(`:${statSync(file).ino} `);
}

test('the store stays locked while its metadata are copied', () =>
  inTempDir(async (dir) => {
    const store = await openStore(dir, { foldsLog: true });
    try {
      for (let i = 0; i < 3; i++) {
        await store.write((db) => run(db, 'insert into setting values ($name, $name)', { name: `n${i}` }));
        await store.still(() => Promise.resolve());
        expect(isLocked(storeIn(dir))).toBe(true);
      }
    } finally {
      store.close();
    }
  }));

/** A whole copy that says of the last block's last byte something else. */
function altered(copy: Buffer): Buffer {
  const end = copy.indexOf('\n');
  const numbers = copy.toString('latin1', 0, end).split(' ')[1] ?? '';
  const body = Buffer.from(copy.subarray(end + 1));
  body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
  const sha256 = createHash('sha256').update(numbers).update(body).digest('hex');
  return Buffer.concat([Buffer.from(`${sha256} ${numbers}\n`), body]);
}

test('what another process has open is not repaired: it may be in the middle of a checkpoint', () =>
  inTempDir(async (dir) => {
    (await openStore(dir)).close();
    await whileServed(dir, async () => {
      const copy = path.join(dir, copyName);
      await writeFile(copy, altered(await readFile(copy)));
      const before = await readFile(storeIn(dir));
      await expect(repairMetadata(dir)).rejects.toThrow(StoreInUse);
      expect((await readFile(storeIn(dir))).equals(before)).toBe(true);
    });
  }));
