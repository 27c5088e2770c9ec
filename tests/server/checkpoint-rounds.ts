import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { withConnection } from '#lib/server/instance.ts';
import { keepMetadata } from '#lib/server/metadata-copy.ts';
import { run, type Db } from '#lib/server/sql.ts';

export const headsBytes = 3 * 4096;
const blockBytes = 262_144;
export const copyName = 'metadata.copy';

/** A file, its log and the copy of its metadata before a checkpoint, and the file after it. */
export interface Round {
  before: Buffer;
  log: Buffer;
  copy: Buffer;
  after: Buffer;
  rows: number;
}

export const storeIn = (dir: string) => path.join(dir, 'palier.duckdb');

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
export async function rounds(dir: string, count: number): Promise<Round[]> {
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

export const blocksOf = (file: Buffer) => Math.floor((file.length - headsBytes) / blockBytes);

/** The file as it is where the process died in the middle of writing a block: its last changed byte is the old one. */
export function torn({ before, after }: Round, block: number): Buffer | undefined {
  const from = headsBytes + block * blockBytes;
  let last = from + blockBytes - 1;
  while (last > from && before[last] === after[last]) last--;
  if (last === from) return undefined;
  const bytes = Buffer.from(before);
  after.copy(bytes, from, from, last);
  return bytes;
}

/** Puts a file with a round's log and copy into the folder. */
export async function place(dir: string, file: Buffer, { log, copy }: Round): Promise<void> {
  await writeFile(storeIn(dir), file);
  await writeFile(`${storeIn(dir)}.wal`, log);
  await writeFile(path.join(dir, copyName), copy);
}
