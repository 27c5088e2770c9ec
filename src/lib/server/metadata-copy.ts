import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { openInstance, storeFile, StoreInUse } from './instance.ts';
import { log } from './log.ts';
import { all, first, type Db } from './sql.ts';

/*
 * A checkpoint of DuckDB writes new blocks beside those in use, and the file's heads last; but metadata it adds in place, to
 * free parts of blocks in use. A process that is killed half-way through one, or a disk that is full there, leaves a block
 * whose checksum is wrong: the file can't be read any more, though nothing of it was meant to change. So a copy of these
 * blocks and of the heads is made before whatever ends in a checkpoint: a write, a log to be folded in. As long as the heads
 * are those of the copy, the checkpoint was not finished, and the copied blocks belong where they were.
 */

const copyFile = 'metadata.copy';
/** The file's own head and two of the database, of which the one written last holds. */
const headsBytes = 3 * 4096;

interface Copy {
  blockBytes: number;
  /** Numbers of blocks, in the order of their bytes. */
  blocks: number[];
  heads: Buffer;
  bytes: Buffer;
}

/** A store's file, open to be read, and the heads that it had when it was last copied. */
interface Pinned {
  fd: number;
  copiedHeads?: Buffer;
}

/** Whichever process closes a file lets go of all the locks that it has on it: what is read here stays open till the store is closed. */
const pinned = new Map<string, Pinned>();

function pin(dir: string): Pinned {
  const file = path.join(dir, storeFile);
  const known = pinned.get(dir);
  if (known && fstatSync(known.fd).ino === statSync(file).ino) return known;
  unpin(dir);
  const fresh = { fd: openSync(file, 'r') };
  pinned.set(dir, fresh);
  return fresh;
}

/** Lets go of the store's file, once nobody here has it open. */
export function unpin(dir: string): void {
  const known = pinned.get(dir);
  if (!known) return;
  pinned.delete(dir);
  closeSync(known.fd);
}

function bytesAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, position);
  return bytes;
}

const placeOf = (block: number, blockBytes: number) => headsBytes + block * blockBytes;

function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Undefined where there is none, or where it is not whole. */
async function readCopy(dir: string): Promise<Copy | undefined> {
  const file = await readFile(path.join(dir, copyFile)).catch(() => undefined);
  const end = file?.indexOf('\n') ?? -1;
  if (!file || end < 0) return undefined;
  const body = file.subarray(end + 1);
  const [sha256, numbers = ''] = file.toString('latin1', 0, end).split(' ');
  if (sha256 !== digest([numbers, body])) return undefined;
  const [blockBytes = 0, ...blocks] = numbers.split(',').map(Number);
  return { blockBytes, blocks, heads: body.subarray(0, headsBytes), bytes: body.subarray(headsBytes) };
}

async function writeCopy(dir: string, { blockBytes, blocks, heads, bytes }: Copy): Promise<void> {
  const numbers = [blockBytes, ...blocks].join(',');
  const fresh = path.join(dir, `${copyFile}.new`);
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(
      Buffer.concat([Buffer.from(`${digest([numbers, heads, bytes])} ${numbers}\n`), heads, bytes])
    );
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path.join(dir, copyFile));
}

/**
 * Copies the metadata as they stand, unless the copy is of this state already. To be called before what may end in a
 * checkpoint, and while none is running. Cost: one block of a quarter of a mebibyte for some hundred columns and row groups,
 * once after each checkpoint. Throws as the file system does.
 */
export async function keepMetadata(dir: string, db: Db): Promise<void> {
  const file = pin(dir);
  const heads = bytesAt(file.fd, 0, headsBytes);
  if (file.copiedHeads?.equals(heads)) return;
  if (!(await readCopy(dir))?.heads.equals(heads)) await copyMetadata(dir, db, file.fd, heads);
  file.copiedHeads = heads;
}

async function copyMetadata(dir: string, db: Db, fd: number, heads: Buffer): Promise<void> {
  const size = await first<{ bytes: number }>(
    db,
    'select block_size::int as bytes from pragma_database_size()'
  );
  const rows = await all<{ id: number }>(
    db,
    'select distinct block_id::int as id from pragma_metadata_info() order by 1'
  );
  const blockBytes = size?.bytes ?? 0;
  const blocks = rows.map(({ id }) => id);
  const bytes = Buffer.concat(blocks.map((block) => bytesAt(fd, placeOf(block, blockBytes), blockBytes)));
  await writeCopy(dir, { blockBytes, blocks, heads, bytes });
}

/** The file, which nobody has open, is about to become another one. */
export function dropMetadata(dir: string): Promise<void> {
  unpin(dir);
  return rm(path.join(dir, copyFile), { force: true });
}

/**
 * Keeps other processes from opening the file, if only until it is closed; undefined where DuckDB can't read it, which nobody
 * then has open either. Throws StoreInUse where a process has it open, and may be in the middle of a checkpoint.
 */
export async function locked(dir: string): Promise<{ closeSync(): void } | undefined> {
  try {
    return await openInstance(dir, { access_mode: 'READ_ONLY' });
  } catch (error) {
    if (error instanceof StoreInUse) throw error;
    return undefined;
  }
}

/**
 * Puts back what an unfinished checkpoint wrote over. To be called before the store is opened, by a process that has not
 * opened its file. Throws StoreInUse, as `lock` does.
 */
export async function repairMetadata(dir: string, lock = locked): Promise<void> {
  const copy = await readCopy(dir);
  const file = await open(path.join(dir, storeFile), 'r+').catch(() => undefined);
  if (!file || !copy) return file?.close();
  try {
    if (tornIn(file.fd, copy).length === 0) return;
    const held = await lock(dir);
    try {
      // whoever had it open may have finished meanwhile: only what is torn under the lock is
      const torn = tornIn(file.fd, copy);
      await putBack(file, copy, torn);
      if (torn.length > 0) log('metadata put back after an unfinished checkpoint', { blocks: torn.length });
    } finally {
      held?.closeSync();
    }
  } finally {
    await file.close();
  }
}

/** Places in the copy of the blocks that are not as they were, where the heads are. */
function tornIn(fd: number, { blockBytes, blocks, heads, bytes }: Copy): number[] {
  if (!bytesAt(fd, 0, headsBytes).equals(heads)) return [];
  return [...blocks.keys()].filter((i) => {
    const then = bytes.subarray(i * blockBytes, (i + 1) * blockBytes);
    return !bytesAt(fd, placeOf(blocks[i] ?? 0, blockBytes), blockBytes).equals(then);
  });
}

async function putBack(file: FileHandle, { blockBytes, blocks, bytes }: Copy, torn: number[]): Promise<void> {
  for (const i of torn)
    await file.write(bytes, i * blockBytes, blockBytes, placeOf(blocks[i] ?? 0, blockBytes));
  if (torn.length > 0) await file.sync();
}
