import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { whileServed } from '#tests/commands/processes.ts';
import { openInstance, StoreInUse, withConnection } from '#lib/server/instance.ts';
import { repairMetadata } from '#lib/server/metadata-copy.ts';
import { all, run, type Db } from '#lib/server/sql.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { readAll } from '#lib/server/store-file.ts';
import { blocksOf, copyName, headsBytes, place, rounds, storeIn, torn } from './checkpoint-rounds.ts';
import { inTempDir } from './temp-store.ts';

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

async function withStoreIn(dir: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(dir);
  try {
    await work(store);
  } finally {
    store.close();
  }
}

const setting = (name: string) => (db: Db) => run(db, 'insert into setting values ($name, $name)', { name });

const headsIn = async (dir: string) => (await readFile(storeIn(dir))).subarray(0, headsBytes);
const copyIn = (dir: string) => readFile(path.join(dir, copyName));

const modes = [
  ['command', false],
  ['server', true]
] as const;

test.each(modes)(
  'a %s that reads copies nothing, one that writes copies before each checkpoint',
  (_, foldsLog) =>
    inTempDir(async (dir) => {
      await withStoreIn(dir, (store) => store.write(setting('earlier')));
      const [copy, heads] = [await copyIn(dir), await headsIn(dir)];
      const reading = await openStore(dir, { foldsLog });
      await reading.read((db) => all(db, 'from setting'));
      reading.close();
      expect((await headsIn(dir)).equals(heads)).toBe(true);
      expect((await copyIn(dir)).equals(copy)).toBe(true);
      const writing = await openStore(dir, { foldsLog });
      for (const name of ['a', 'b']) {
        const standing = await headsIn(dir);
        await writing.write(setting(name));
        expect((await copyIn(dir)).includes(standing), name).toBe(true);
        await writing.still(() => Promise.resolve());
        expect((await headsIn(dir)).equals(standing), name).toBe(false);
      }
      writing.close();
    })
);

test('a log that a process left is brought in after a copy, though nothing is written', () =>
  inTempDir(async (parent) => {
    const [dir, left] = [path.join(parent, 'store'), path.join(parent, 'left')];
    await withStoreIn(dir, async (store) => {
      await store.write(setting('a'));
      await cp(dir, left, { recursive: true });
    });
    await rm(path.join(left, copyName));
    const heads = await headsIn(left);
    await withStoreIn(left, async (store) => {
      expect(await store.read((db) => all(db, 'from setting'))).toHaveLength(1);
    });
    expect((await headsIn(left)).equals(heads)).toBe(false);
    expect((await copyIn(left)).includes(heads)).toBe(true);
  }));

test('the store stays locked while its metadata are copied', () =>
  inTempDir(async (dir) => {
    const store = await openStore(dir, { foldsLog: true });
    try {
      for (let i = 0; i < 3; i++) {
        await store.write(setting(`n${i}`));
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
    await withStoreIn(dir, (store) => store.write(() => Promise.resolve()));
    await whileServed(dir, async () => {
      const copy = path.join(dir, copyName);
      await writeFile(copy, altered(await readFile(copy)));
      const before = await readFile(storeIn(dir));
      await expect(repairMetadata(dir)).rejects.toThrow(StoreInUse);
      expect((await readFile(storeIn(dir))).equals(before)).toBe(true);
    });
  }));
