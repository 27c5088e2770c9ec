import { fold } from '#lib/i18n/fold.ts';
import { all, first, run, type Db } from './sql.ts';

/** A view that somebody saved: a page's path with its query, campaign and filters in it. */
export interface SavedView {
  name: string;
  address: string;
}

/** By name. */
export function list(db: Db): Promise<SavedView[]> {
  return all<SavedView>(db, 'select name, address from saved_view order by name_key');
}

async function isTaken(db: Db, key: string): Promise<boolean> {
  return (await first(db, 'select name from saved_view where name_key = $key', { key })) !== undefined;
}

/** Saves a view under a name, compared as labels are, in the place of the one that has it. */
export function save(db: Db, { name, address }: SavedView): Promise<void> {
  return run(db, 'insert or replace into saved_view values ($key, $name, $address)', {
    key: fold(name),
    name: name.trim(),
    address
  });
}

/** False, and nothing changed, where another view has the new name. */
export async function rename(db: Db, from: string, to: string): Promise<boolean> {
  const [key, next] = [fold(from), fold(to)];
  if (key !== next && (await isTaken(db, next))) return false;
  await run(db, 'update saved_view set name_key = $next, name = $name where name_key = $key', {
    key,
    next,
    name: to.trim()
  });
  return true;
}

export function remove(db: Db, name: string): Promise<void> {
  return run(db, 'delete from saved_view where name_key = $key', { key: fold(name) });
}
