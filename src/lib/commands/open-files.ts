import type { Archive } from '#lib/ingest/containers/archive.ts';
import type { Grid } from '#lib/ingest/containers/grid.ts';
import {
  MAX_CELLS,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  MAX_READING_SECONDS,
  MAX_TEXT_CHARACTERS
} from '#lib/ingest/containers/limits.ts';
import { ownBundle } from '#lib/ingest/containers/own-bundle.ts';
import type { ReadContainer } from '#lib/ingest/containers/reading.ts';
import type { Refusal } from '#lib/ingest/containers/refusal.ts';
import { padded, rowsInMemory } from '#lib/ingest/containers/rows-in-memory.ts';
import { decodeText } from '#lib/ingest/decode.ts';
import { containerKind, textKind } from '#lib/ingest/file-kind.ts';
import type { InputFile, OpenedFile, ReadOptions } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import { readParquet } from '#lib/server/parquet.ts';
import { withBytes } from './file-on-disk.ts';
import { readApart } from './read-apart.ts';

/** Which part of a container is wanted, and how its text is to be read. */
export type OpenOptions = Pick<ReadOptions, 'sheet' | 'encoding'>;

/**
 * Opens what holds tables; an archive becomes its files, with warnings on those that were left out. What is open already
 * stays as it is.
 */
export async function openFiles(
  files: OpenedFile[],
  options: OpenOptions
): Promise<{ files: OpenedFile[]; problems: Problem[] }> {
  const opened: { files: OpenedFile[]; problems: Problem[] } = { files: [], problems: [] };
  for (const file of files) {
    const isOpen = file.grid !== undefined || file.refusal !== undefined;
    const read = isOpen ? undefined : await readContainer(file, options);
    if (!read) opened.files.push(file);
    else if ('archive' in read) {
      const archive = ownBundle(read.archive);
      opened.files.push(...(await archivedFiles(file, archive, options)));
      opened.problems.push(...leftOut(file, archive));
    } else opened.files.push({ ...file, ...read });
  }
  return opened;
}

/** Opens a file that has to be one table. */
export async function openFile(file: InputFile, options: OpenOptions = {}): Promise<OpenedFile> {
  const read = await readContainer(file, options);
  if (!read) return file;
  return { ...file, ...('archive' in read ? { refusal: { reason: 'archive' } } : read) };
}

/** By contents, whatever the extension says; undefined for what is read as delimited text. */
async function readContainer(start: InputFile, options: OpenOptions): Promise<ReadContainer | undefined> {
  const kind = containerKind(start.bytes);
  if (kind === undefined) return undefined;
  const file = withBytes(start);
  if (kind === 'zip') return readApart({ zip: file.bytes, sheet: options.sheet });
  if (kind === 'parquet') return parquetGrid(file.bytes);
  return kind === 'json' ? readJson(file.bytes, options) : undefined;
}

async function readJson(bytes: Uint8Array, { encoding }: OpenOptions): Promise<ReadContainer | undefined> {
  const decoded = decodeText(bytes, encoding);
  const isJson = 'text' in decoded && textKind(decoded.text) === 'json';
  return isJson ? readApart({ json: decoded.text }) : undefined;
}

async function parquetGrid(bytes: Uint8Array): Promise<{ grid: Grid } | { refusal: Refusal }> {
  const read = await readParquet(bytes, {
    cells: MAX_CELLS,
    columns: MAX_COLUMNS,
    cellCharacters: MAX_CELL_CHARACTERS,
    characters: MAX_TEXT_CHARACTERS,
    seconds: MAX_READING_SECONDS
  });
  if ('reason' in read) return { refusal: read };
  const into = rowsInMemory();
  into.add(read.headings, 1);
  read.rows.forEach((cells, i) => into.add(cells, i + 1));
  return { grid: { container: 'parquet', sheet: null, otherSheets: [], ...padded(into), flaws: [] } };
}

async function archivedFiles(
  { name: archive, bytes }: InputFile,
  { files }: Archive,
  options: OpenOptions
): Promise<OpenedFile[]> {
  if (files.length === 0) return [{ name: archive, bytes, refusal: { reason: 'empty_archive' } }];
  const opened: OpenedFile[] = [];
  for (const { name, bytes = new Uint8Array(), refusal } of files) {
    const file: OpenedFile = { name: `${archive}/${name}`, archive, bytes };
    const read = refusal ? { refusal } : await readContainer(file, options);
    opened.push({ ...file, ...(read && 'archive' in read ? { refusal: { reason: 'nested' } } : read) });
  }
  return opened;
}

/** Names shown of those left out, so that a message stays readable. */
const mostNames = 5;

function leftOut({ name: file }: InputFile, { leftOut }: Archive): Problem[] {
  return Object.entries(leftOut).map(([reason, names]) => ({
    severity: 'warning',
    file,
    line: null,
    column: null,
    value: names[0] ?? null,
    code: 'left_out',
    detail: { reason, entries: names.length, names: names.slice(0, mostNames).join(', ') }
  }));
}
