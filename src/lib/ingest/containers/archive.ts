import { Refused, type Refusal } from './refusal.ts';
import { unpack, type Zip, type ZipEntry } from './zip.ts';

/** A file in an archive: its contents, or why it can't be had. */
export interface ArchivedFile {
  name: string;
  bytes?: Uint8Array<ArrayBuffer>;
  refusal?: Refusal;
}

export type LeftOutReason = 'system' | 'kind' | 'bundle';

export interface Archive {
  files: ArchivedFile[];
  /** The names of what is no table, by the reason; folders are not named. */
  leftOut: Partial<Record<LeftOutReason, string[]>>;
}

const tables = ['csv', 'txt', 'tsv', 'xlsx', 'json', 'parquet'];

/** Files that people take for tables or archives: not left out, so that their refusal says why. */
const mistaken = ['zip', 'xls', 'xlsm', 'xlsb', 'xltx', 'ods', 'numbers'];

/** Unpacks the files that may be tables; the others are named. */
export async function readArchive(zip: Zip): Promise<Archive> {
  const archive: Archive = { files: [], leftOut: {} };
  const seen = new Set<string>();
  for (const entry of zip.entries) {
    if (entry.isDirectory) continue;
    const reason = leftOutReason(entry.name);
    if (reason) (archive.leftOut[reason] ??= []).push(entry.name);
    else archive.files.push(await readFile(zip, entry, seen));
  }
  return archive;
}

function leftOutReason(name: string): LeftOutReason | undefined {
  const segments = name.split('/');
  if (segments.some((segment) => /^(\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$)/i.test(segment)))
    return 'system';
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return [...tables, ...mistaken].includes(extension) ? undefined : 'kind';
}

async function readFile(zip: Zip, entry: ZipEntry, seen: Set<string>): Promise<ArchivedFile> {
  const { name } = entry;
  const reason = refusalReason(entry, seen);
  seen.add(name);
  if (reason) return { name, refusal: { reason } };
  try {
    return { name, bytes: await contents(zip, entry) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { name, refusal: error.refusal };
  }
}

function refusalReason({ name, isEncrypted, isLink }: ZipEntry, seen: Set<string>): string | undefined {
  if (isLink) return 'symlink';
  if (isEncrypted) return 'encrypted';
  return seen.has(name) ? 'duplicate_entry' : undefined;
}

async function contents(zip: Zip, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(entry.raw.uncompressedSize);
  let length = 0;
  for await (const piece of unpack(zip, entry)) {
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes;
}
