import { fold } from '#lib/i18n/fold.ts';
import type { Known } from './purge.ts';
import { all, run, type Db } from './sql.ts';

/** Whether a text names a product: its folded name as whole words. */
export type Phrase = (text: string) => boolean;

const letter = /[\p{L}\p{N}]/u;

export function namesPhrase(name: string): Phrase {
  const wanted = fold(name);
  return (text) => {
    const folded = fold(text);
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const [before, after] = [folded[at - 1] ?? ' ', folded[at + wanted.length] ?? ' '];
      if (!letter.test(before) && !letter.test(after)) return true;
    }
    return false;
  };
}

function isNamed(text: string | null, phrases: readonly Phrase[]): boolean {
  return text !== null && phrases.some((names) => names(text));
}

const list = (values: readonly number[]) => (values.length > 0 ? values : [-1]);

/** Comments that name the product, and what was decided on texts that then nobody has written. */
export async function removeComments(db: Db, phrases: readonly Phrase[]): Promise<number> {
  const rows = await all<{ row: number; comment: string; organisation: string }>(
    db,
    'select rowid::int as "row", comment, organisation from consultation_comment'
  );
  const naming = rows.filter((row) => isNamed(row.comment, phrases) || isNamed(row.organisation, phrases));
  await run(db, 'delete from consultation_comment where list_contains($rows, rowid::int)', {
    rows: list(naming.map(({ row }) => row))
  });
  const treatments = await all<{ id: number; reason: string; isOrphan: boolean }>(
    db,
    `select id, reason, target_key not in (
         select comment_key from consultation_comment union select group_key from consultation_comment
       ) as "isOrphan" from treatment`
  );
  const gone = treatments.filter(
    ({ reason, isOrphan }) => isNamed(reason, phrases) || (isOrphan && naming.length > 0)
  );
  await run(db, 'delete from treatment where list_contains($ids, id)', {
    ids: list(gone.map(({ id }) => id))
  });
  return naming.length;
}

/** Names of files, and what was said of how to read them, where they name the product. */
export async function maskImports(db: Db, phrases: readonly Phrase[]): Promise<void> {
  const rows = await all<{ id: number; files: string; details: string | null }>(
    db,
    'select id, files, details from import'
  );
  for (const { id, files, details } of rows.filter((row) =>
    isNamed(`${row.files} ${row.details}`, phrases)
  )) {
    const masked = (JSON.parse(files) as string[]).map((name) =>
      isNamed(name, phrases) ? '[purged]' : name
    );
    await run(db, 'update import set files = $files, details = $details where id = $id', {
      id,
      files: JSON.stringify(masked),
      details: isNamed(details, phrases) ? null : details
    });
  }
}

/** Saved views that lead to the product. */
export async function removeViews(db: Db, { ids, names }: Known): Promise<void> {
  const rows = await all<{ key: string; name: string; address: string }>(
    db,
    'select name_key as key, name, address from saved_view'
  );
  const phrases = names.map(({ product }) => namesPhrase(product));
  for (const { key, name, address } of rows) {
    const text = `${name} ${decodeURIComponent(address.replace(/\+/g, ' '))}`;
    if (ids.some((id) => address.includes(id)) || isNamed(text, phrases))
      await run(db, 'delete from saved_view where name_key = $key', { key });
  }
}

/** As `scenario.requirements`: columns in which a name or id of the product still stands. */
export async function remaining(db: Db, { ids, names }: Known): Promise<string[]> {
  const columns = await all<{ table: string; column: string }>(
    db,
    `select table_name as "table", column_name as "column" from duckdb_columns()
     where data_type = 'VARCHAR' and not internal order by 1, 2`
  );
  const phrases = names.map(({ product }) => namesPhrase(product));
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await all<{ text: string | null }>(
      db,
      `select distinct "${column}" as text from "${table}" where length("${column}") < 100000`
    );
    if (rows.some(({ text }) => text !== null && (ids.includes(text) || isNamed(text, phrases))))
      found.push(`${table}.${column}`);
  }
  return found;
}
