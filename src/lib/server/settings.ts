import { first, run, type Db } from './sql.ts';

export async function read(db: Db, name: string): Promise<string | undefined> {
  const row = await first<{ value: string }>(db, 'select value from setting where name = $name', { name });
  return row?.value;
}

export function update(db: Db, name: string, value: string): Promise<void> {
  return run(db, 'insert or replace into setting values ($name, $value)', { name, value });
}

export function remove(db: Db, name: string): Promise<void> {
  return run(db, 'delete from setting where name = $name', { name });
}
