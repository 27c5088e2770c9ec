import { fold } from '#lib/i18n/fold.ts';
import { first, type Db } from './sql.ts';

/** The first of the spellings of a vendor of which a response was ever stored, in whichever campaign. */
export async function find(db: Db, name: string): Promise<string | undefined> {
  const row = await first<{ vendor: string | null }>(
    db,
    'select min(vendor) as vendor from response where vendor_key = $key',
    { key: fold(name) }
  );
  return row?.vendor ?? undefined;
}
