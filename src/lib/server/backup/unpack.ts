import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { migrations } from '../migrations.ts';
import { readSchema } from '../store-file.ts';
import { BadBackup } from './bad-backup.ts';
import { bytesOf, type Bytes } from './bytes.ts';
import {
  longestManifest,
  manifestDigestName,
  manifestName,
  readManifest,
  type Manifest,
  type PackedFile
} from './manifest.ts';
import { magic, unseal } from './sealed.ts';
import * as tar from './tar.ts';

async function startOf(file: string): Promise<Buffer> {
  return bytesOf(createReadStream(file, { end: 511 })).take(512);
}

async function contentOf(file: string, passphrase: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  const start = await startOf(file);
  if (start.subarray(0, magic.length).equals(magic)) {
    if (passphrase === undefined) throw new BadBackup('needs_passphrase');
    return unseal(createReadStream(file), passphrase);
  }
  if (!start.toString('latin1').startsWith(`${manifestName}\0`)) throw new BadBackup('no_backup');
  return createReadStream(file) as AsyncIterable<Buffer>;
}

/** A file that is small enough to be read at once. */
async function textOf(bytes: Bytes, name: string): Promise<string> {
  const head = await tar.readHead(bytes);
  if (head?.name !== name || head.size > longestManifest) throw new BadBackup('damaged');
  const text = await bytes.take(head.size);
  await tar.skipPadding(bytes, head);
  return text.toString();
}

async function writeFile(bytes: Bytes, into: string, wanted: PackedFile): Promise<void> {
  const head = await tar.readHead(bytes);
  if (head?.name !== wanted.name || head.size !== wanted.size) throw new BadBackup('damaged');
  const hash = createHash('sha256');
  const handle = await open(path.join(into, wanted.name), 'wx', 0o600);
  try {
    for await (const piece of bytes.pieces(head.size)) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (hash.digest('hex') !== wanted.sha256) throw new BadBackup('damaged');
  await tar.skipPadding(bytes, head);
}

async function expectEnd(bytes: Bytes, manifest: string): Promise<void> {
  const digest = await textOf(bytes, manifestDigestName);
  const rest = await bytes.take(tar.end.length + 1);
  if (!digest.startsWith(sha256(manifest)) || !rest.equals(tar.end)) throw new BadBackup('damaged');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Unpacks a backup into an empty folder and checks all of it. Throws BadBackup. */
export async function unpack(file: string, into: string, passphrase?: string): Promise<Manifest> {
  const bytes = bytesOf(await contentOf(file, passphrase));
  const text = await textOf(bytes, manifestName);
  const manifest = readManifest(text);
  if (manifest.schema > migrations.length) throw new BadBackup('newer');
  await mkdir(path.join(into, 'trail'), { mode: 0o700 });
  for (const wanted of manifest.files) await writeFile(bytes, into, wanted);
  await expectEnd(bytes, text);
  if ((await readSchema(into)) !== manifest.schema) throw new BadBackup('damaged');
  return manifest;
}
