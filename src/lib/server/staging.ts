import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeOwnFolder } from './own-folder.ts';

/** What a file that waits is: answers, or the questionnaire that they answer. */
export type Role = 'answers' | 'questionnaire';

/** A file that waits; on disk it has its place as its name, so that no name of a person's ever reaches the file system. */
export interface StagedFile {
  name: string;
  role: Role;
  size: number;
}

/** What came with the files. */
export interface UploadFields {
  campaign: string;
  campaignName: string;
  questionnaireOf: string;
}

/** Files that were sent and wait for a person's word; they are readable by the server's own user alone. */
export interface Upload extends UploadFields {
  id: string;
  /** When they came, ISO, UTC. */
  at: string;
  files: StagedFile[];
}

/** An upload while it comes in. It is found by nobody before `finish`. */
export interface Draft {
  dir: string;
  id: string;
  files: StagedFile[];
}

/** Thrown where the disk has no room left. */
export class DiskFull extends Error {}

/** How long files wait. */
export const lifetimeHours = 24;

const description = 'upload.json';
const ids = /^[0-9a-f]{32}$/;

function folder(dir: string, id: string): string {
  if (!ids.test(id)) throw new Error(`no id of an upload: ${id}`);
  return path.join(dir, 'staging', id);
}

/** Begins an upload beside the store in `dir`, under an id that can't be guessed. */
export async function begin(dir: string): Promise<Draft> {
  const id = randomBytes(16).toString('hex');
  await orDiskFull(makeOwnFolder(folder(dir, id)));
  return { dir, id, files: [] };
}

/** Writes one more file as it comes. Throws DiskFull. */
export async function add(
  draft: Draft,
  { name, role }: Pick<StagedFile, 'name' | 'role'>,
  content: AsyncIterable<Uint8Array>
): Promise<void> {
  const place = path.join(folder(draft.dir, draft.id), String(draft.files.length));
  const file = { name, role, size: 0 };
  draft.files.push(file);
  file.size = await orDiskFull(write(place, content));
}

/** Writes to a file that must not be there yet; returns the number of bytes. Throws what the file system throws. */
export async function write(
  place: string,
  content: AsyncIterable<Uint8Array>,
  flags = 'wx'
): Promise<number> {
  const handle = await open(place, flags, 0o600);
  let size = 0;
  try {
    for await (const chunk of content) {
      await handle.writeFile(chunk);
      size += chunk.length;
    }
    return size;
  } finally {
    await handle.close();
  }
}

/** Makes a draft an upload that can be found. Throws DiskFull. */
export async function finish(draft: Draft, fields: UploadFields): Promise<Upload> {
  const upload = { id: draft.id, at: new Date().toISOString(), ...fields, files: draft.files };
  await update(draft.dir, draft.id, description, upload);
  return upload;
}

/** The upload of this id; undefined where there is none, or not yet all of it. */
export function find(dir: string, id: string): Promise<Upload | undefined> {
  return note<Upload>(dir, id, description);
}

/** All uploads that wait, newest first. */
export async function list(dir: string): Promise<Upload[]> {
  const found = await Promise.all((await folders(dir)).map((id) => find(dir, id)));
  return found.filter((upload) => upload !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Where one of an upload's files lies. */
export function pathOf(dir: string, id: string, place: number): string {
  return path.join(folder(dir, id), String(place));
}

/** A JSON note kept with an upload; undefined where there is none. */
export async function note<T>(dir: string, id: string, name: string): Promise<T | undefined> {
  if (!ids.test(id)) return undefined;
  try {
    return JSON.parse(await readFile(path.join(folder(dir, id), name), 'utf8')) as T;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Writes a note whole or not at all, also where the process is killed in between. Throws DiskFull. */
export async function update(dir: string, id: string, name: string, value: unknown): Promise<void> {
  const place = path.join(folder(dir, id), name);
  const fresh = `${place}.${randomBytes(4).toString('hex')}`;
  await orDiskFull(writeFile(fresh, JSON.stringify(value), { mode: 0o600, flag: 'wx' }));
  await rename(fresh, place);
}

/** Takes the files away, and leaves a note of what became of them for those who come back to their address. */
export async function close(dir: string, id: string, outcome: unknown): Promise<void> {
  await update(dir, id, 'outcome.json', outcome);
  const kept = new Set(['outcome.json']);
  const rest = (await readdir(folder(dir, id))).filter((name) => !kept.has(name));
  await Promise.all(rest.map((name) => rm(path.join(folder(dir, id), name), { force: true })));
}

/** What became of an upload that was closed. */
export function outcome<T>(dir: string, id: string): Promise<T | undefined> {
  return note<T>(dir, id, 'outcome.json');
}

/** Takes an upload away with its files. */
export function remove(dir: string, id: string): Promise<void> {
  return rm(folder(dir, id), { recursive: true, force: true });
}

/**
 * Takes away what is older than a day; at the server's start also what no longer comes in, since nothing can be coming
 * in then.
 */
export async function removeStale(dir: string, { atStart }: { atStart: boolean }): Promise<void> {
  const oldest = Date.now() - lifetimeHours * 3_600_000;
  for (const id of await folders(dir)) {
    const isWhole = (await find(dir, id)) ?? (await outcome(dir, id));
    const changed = await changedAt(folder(dir, id));
    if (changed < oldest || (atStart && !isWhole)) await remove(dir, id);
  }
}

/** Milliseconds since 1970; another request may just have taken the folder away. */
async function changedAt(place: string): Promise<number> {
  try {
    return (await stat(place)).mtimeMs;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return Infinity;
    throw error;
  }
}

async function folders(dir: string): Promise<string[]> {
  try {
    return (await readdir(path.join(dir, 'staging'))).filter((name) => ids.test(name));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function orDiskFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].some((code) => isCode(error, code))) throw new DiskFull();
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
