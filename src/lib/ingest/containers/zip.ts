import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl';
import {
  MAX_ENTRIES,
  MAX_ENTRY_NAME_BYTES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_FREE_BYTES
} from './limits.ts';
import { Refused } from './refusal.ts';

export interface ZipEntry {
  /** With slashes, checked: neither absolute nor leading out of its folder. */
  name: string;
  isDirectory: boolean;
  isEncrypted: boolean;
  isLink: boolean;
  raw: Entry;
}

export interface Zip {
  file: ZipFile;
  entries: ZipEntry[];
}

/** Reads and checks the directory of an archive, nothing else. Throws Refused. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = await fromZip(() => fromBufferPromise(buffer, { decodeStrings: false }));
  if (file.entryCount > MAX_ENTRIES)
    throw new Refused('entries', { detail: { entries: file.entryCount, most: MAX_ENTRIES } });
  const raw = await fromZip(() => directory(file));
  checkSizes(raw, bytes.byteLength);
  return { file, entries: raw.map(checked) };
}

/** An entry's contents piece by piece, unpacked; their number and their checksum are held against the directory's. */
export async function* unpack({ file }: Zip, { raw }: ZipEntry): AsyncGenerator<Buffer> {
  const stream = await fromZip(() => file.openReadStreamPromise(raw));
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let checksum = 0;
  try {
    for (;;) {
      const { done, value } = await fromZip(() => pieces.next());
      if (done) break;
      checksum = crc32(value, checksum);
      yield value;
    }
  } finally {
    stream.destroy();
  }
  if (checksum !== raw.crc32) throw new Refused('zip_damaged');
}

async function directory(file: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of file.eachEntry()) entries.push(entry);
  return entries;
}

/** Whatever the library throws says that the archive is damaged or encrypted; only its own calls are wrapped. */
async function fromZip<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isEncrypted = error instanceof Error && error.message.includes('encrypt');
    throw new Refused(isEncrypted ? 'encrypted' : 'zip_damaged');
  }
}

/** By what the directory says; unpacking stops where an entry holds more than that. */
function checkSizes(entries: Entry[], packedBytes: number): void {
  const unpackedBytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpackedBytes > MAX_UNPACKED_BYTES)
    throw new Refused('unpacked', { detail: { most: MAX_UNPACKED_BYTES / 2 ** 20 } });
  const ratio = Math.round(unpackedBytes / packedBytes);
  if (unpackedBytes > RATIO_FREE_BYTES && ratio > MAX_RATIO)
    throw new Refused('ratio', { detail: { ratio } });
}

function checked(raw: Entry): ZipEntry {
  const name = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, false);
  const isNoName = name === '' || raw.fileNameRaw.length > MAX_ENTRY_NAME_BYTES || /[^ -\uffff]/.test(name);
  if (isNoName || validateFileName(name) !== null)
    throw new Refused('unsafe_name', { value: name.slice(0, 200) });
  return {
    name,
    isDirectory: name.endsWith('/'),
    isEncrypted: raw.isEncrypted(),
    isLink: ((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
    raw
  };
}
