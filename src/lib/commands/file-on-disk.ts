import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { InputFile } from '#lib/ingest/types.ts';

/** Of a larger file only so many bytes are loaded; the rest is read where it is needed, in a thread of its own. */
const most = 2 ** 20;

/** A file, or the start of a large one and where it lies. Throws what the file system throws. */
export function fileOnDisk(path: string, name: string): InputFile {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size <= most) return { name, bytes: new Uint8Array(readFileSync(handle)) };
    const bytes = new Uint8Array(most);
    return { name, bytes: bytes.subarray(0, readSync(handle, bytes, 0, most, 0)), path };
  } finally {
    closeSync(handle);
  }
}

/** A file of which only the start is at hand, whole. */
export function withBytes<File extends InputFile>({ path, ...file }: File): Omit<File, 'path'> {
  return path === undefined ? file : { ...file, bytes: readFileSync(path) };
}

/** Whether a file said to lie somewhere does so for this process too, which may see other folders or may not read it. */
export function isAtHand({ path, bytes }: InputFile): boolean {
  if (path === undefined) return true;
  try {
    return Buffer.compare(fileOnDisk(path, '').bytes, bytes) === 0;
  } catch {
    return false; // whatever the reason, the file has to be sent
  }
}
