import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { all, first, run, type Db } from './sql.ts';

/** A saved mapping. */
export interface Profile {
  name: string;
  mapping: ReadOptions;
  /** What the headings of the files that it is for have in common; undefined where these differ. */
  shape?: string | undefined;
}

/** The mapping saved under a name, compared as labels are; undefined where there is none. */
export async function find(db: Db, name: string): Promise<ReadOptions | undefined> {
  const row = await first<{ mapping: string }>(db, 'select mapping from profile where name_key = $key', {
    key: fold(name)
  });
  return row && (JSON.parse(row.mapping) as ReadOptions);
}

/** The names of all saved mappings, in alphabetical order. */
export async function names(db: Db): Promise<string[]> {
  const rows = await all<{ name: string }>(db, 'select name from profile order by name_key');
  return rows.map(({ name }) => name);
}

/** The names of the mappings saved for files of a shape, in alphabetical order. */
export async function namesFor(db: Db, shape: string): Promise<string[]> {
  const rows = await all<{ name: string }>(
    db,
    'select name from profile where shape = $shape order by name_key',
    { shape: fingerprint(shape) }
  );
  return rows.map(({ name }) => name);
}

/** Saves a mapping, in the place of the one that has this name; not whose answers a file holds, which the next one's are not. */
export function update(db: Db, { name, mapping, shape }: Profile): Promise<void> {
  return run(
    db,
    'insert or replace into profile (name_key, name, mapping, shape) values ($key, $name, $mapping, $shape)',
    {
      key: fold(name),
      name: name.trim(),
      mapping: JSON.stringify({ ...mapping, product: undefined, vendor: undefined }),
      shape: shape === undefined ? null : fingerprint(shape)
    }
  );
}

function fingerprint(shape: string): string {
  return createHash('sha256').update(shape).digest('hex');
}
