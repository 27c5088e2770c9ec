import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What a statement selects, as a Parquet file. */
export async function parquetOf(select: string): Promise<Uint8Array> {
  const dir = mkdtempSync(path.join(tmpdir(), 'palier-test-'));
  const file = path.join(dir, 'a.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    await connection.run(`copy (${select}) to '${file}' (format parquet)`);
    connection.closeSync();
    return new Uint8Array(readFileSync(file));
  } finally {
    instance.closeSync();
    rmSync(dir, { recursive: true });
  }
}

/** A table of text as a Parquet file; null where a cell has no value. */
export function parquetTable(headings: string[], rows: (string | null)[][]): Promise<Uint8Array> {
  const name = (heading: string) => `"${heading.replaceAll('"', '""')}"`;
  const value = (cell: string | null) => (cell === null ? 'null' : `'${cell.replaceAll("'", "''")}'`);
  const values = rows.map((cells) => `(${cells.map(value).join()})`);
  return parquetOf(
    `select ${headings.map((heading, i) => `c${i}::varchar as ${name(heading)}`).join()} from (values ${values.join()}) t(${headings.map((_, i) => `c${i}`).join()})`
  );
}
