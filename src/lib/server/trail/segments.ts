import { appendFile, cp, open, readdir, readFile, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { makeOwnFolder } from '../own-folder.ts';
import { beginning, type Entry } from './chain.ts';

/**
 * The trail is kept in one file a month. A month that is over is sealed: its seal, one line of `seals.jsonl`, says which
 * entries it held and by which hash they end, and stays when the month itself is dropped.
 */
export interface Seal {
  /** As `2026-11`, UTC. */
  segment: string;
  from: number;
  to: number;
  /** The hash that the first entry follows. */
  after: string;
  /** The hash of the last entry. */
  last: string;
}

const seals = 'seals.jsonl';

function folder(dir: string): string {
  return path.join(dir, 'trail');
}

function file(dir: string, segment: string): string {
  return path.join(folder(dir), `${segment}.jsonl`);
}

export function segmentOf(at: string): string {
  return at.slice(0, 7);
}

/** The months that are there, oldest first. */
export async function segments(dir: string): Promise<string[]> {
  await makeOwnFolder(folder(dir));
  const names = await readdir(folder(dir));
  return names.flatMap((name) => /^(\d{4}-\d\d)\.jsonl$/.exec(name)?.[1] ?? []).sort();
}

async function lines(place: string): Promise<string[]> {
  try {
    return (await readFile(place, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A line that is no JSON object is an entry that follows nothing. */
function parsed<T extends object>(line: string): T {
  try {
    const value = JSON.parse(line) as T | null;
    return typeof value === 'object' && value !== null ? value : ({} as T);
  } catch {
    return {} as T;
  }
}

export async function entriesOf(dir: string, segment: string): Promise<Entry[]> {
  return (await lines(file(dir, segment))).map((line) => parsed<Entry>(line));
}

/** Oldest first. */
export async function sealed(dir: string): Promise<Seal[]> {
  return (await lines(path.join(folder(dir), seals))).map((line) => parsed<Seal>(line));
}

/** Writes whole lines at once, and waits until the disk has them where `isKept`. */
async function addLines(place: string, added: readonly object[], isKept: boolean): Promise<void> {
  const handle = await open(place, 'a', 0o600);
  try {
    await handle.appendFile(added.map((line) => `${JSON.stringify(line)}\n`).join(''));
    if (isKept) await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Adds entries of one month. */
export function addEntries(dir: string, segment: string, entries: readonly Entry[]): Promise<void> {
  return addLines(
    file(dir, segment),
    entries,
    entries.some(({ act }) => act !== 'see')
  );
}

export function addSeal(dir: string, seal: Seal): Promise<void> {
  return addLines(path.join(folder(dir), seals), [seal], true);
}

export function sealOf(segment: string, entries: readonly Entry[], after: string): Seal {
  const [first, last] = [entries[0], entries.at(-1)];
  return {
    segment,
    from: first?.seq ?? 0,
    to: last?.seq ?? 0,
    after,
    last: last?.hash ?? beginning
  };
}

/** Cuts what a process that was killed left of a line; returns how many bytes that was. */
export async function cutTorn(dir: string, segment: string): Promise<number> {
  const bytes = await readFile(file(dir, segment));
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(file(dir, segment), whole);
  return bytes.length - whole;
}

/** Drops a month whole; its seal stays. */
export function drop(dir: string, segment: string): Promise<void> {
  return rm(file(dir, segment), { force: true });
}

/** Makes the folder, readable by its owner alone. */
export async function prepare(dir: string): Promise<void> {
  await makeOwnFolder(folder(dir));
  await appendFile(path.join(folder(dir), seals), '', { mode: 0o600 });
}

/** Copies all months and seals into another store's folder. */
export function copyTo(dir: string, other: string): Promise<void> {
  return cp(folder(dir), folder(other), { recursive: true });
}
