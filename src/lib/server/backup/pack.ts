import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { storeFile } from '../instance.ts';
import { readSchema } from '../store-file.ts';
import { manifestDigestName, manifestName, type Manifest, type PackedFile } from './manifest.ts';
import { seal } from './sealed.ts';
import * as tar from './tar.ts';

export interface Packed {
  bytes: number;
  /** Of the whole file, as `sha256sum` gives it. */
  sha256: string;
  manifest: Manifest;
}

async function digestOf(place: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(place)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

async function manifestOf(folder: string): Promise<Manifest> {
  // also reads all that is in it: what can't be read is no backup
  const schema = await readSchema(folder);
  const trail = (await readdir(path.join(folder, 'trail'))).sort().map((name) => `trail/${name}`);
  const files: PackedFile[] = [];
  for (const name of [storeFile, ...trail]) {
    const place = path.join(folder, name);
    files.push({ name, size: (await stat(place)).size, sha256: await digestOf(place) });
  }
  return { format: 1, made: new Date().toISOString(), schema, files };
}

async function* archive(folder: string, manifest: Manifest): AsyncGenerator<Uint8Array> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  yield* tar.entry({ name: manifestName, size: text.length }, [text]);
  for (const file of manifest.files)
    yield* tar.entry(file, createReadStream(path.join(folder, file.name)) as AsyncIterable<Buffer>);
  const digest = Buffer.from(`${createHash('sha256').update(text).digest('hex')}  ${manifestName}\n`);
  yield* tar.entry({ name: manifestDigestName, size: digest.length }, [digest]);
  yield tar.end;
}

async function writeWhole(
  file: string,
  content: AsyncIterable<Uint8Array>
): Promise<Omit<Packed, 'manifest'>> {
  const hash = createHash('sha256');
  const handle = await open(file, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Packs a snapshot into one file, which is there whole or not at all. Throws what the file system throws. */
export async function pack(folder: string, file: string, passphrase?: string): Promise<Packed> {
  const manifest = await manifestOf(folder);
  const content = archive(folder, manifest);
  const part = `${file}.part`;
  try {
    const written = await writeWhole(part, passphrase === undefined ? content : seal(content, passphrase));
    await rename(part, file);
    return { ...written, manifest };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
