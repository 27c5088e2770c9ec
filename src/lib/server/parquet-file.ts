import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { run } from './sql.ts';

/** A table to be written; a column of whole numbers says so. */
export interface ParquetColumn {
  name: string;
  type: 'text' | 'whole';
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Columns are told apart by case in a file, not in DuckDB: it is given plain names and renames them last. */
async function copy(dir: string, columns: readonly ParquetColumn[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '512MB' });
  const db = await instance.connect();
  const source = literal(path.join(dir, 'rows.json'));
  const types = columns.map(({ type }, i) => `c${i}: '${type === 'whole' ? 'INTEGER' : 'VARCHAR'}'`);
  const names = columns.map(({ name }, i) => `c${i} as ${quoted(name)}`);
  try {
    await run(db, `set allowed_directories = [${literal(dir)}]`);
    await run(db, 'set enable_external_access = false');
    await run(
      db,
      `copy (select ${names.join(', ')} from read_json(${source}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       to ${literal(path.join(dir, 'rows.parquet'))} (format parquet, compression zstd)`
    );
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

/** The rows as a Parquet file, made by a DuckDB of its own that reaches one temporary folder. */
export async function parquetFile(
  columns: readonly ParquetColumn[],
  rows: readonly (string | number | null)[][]
): Promise<Uint8Array> {
  const dir = await mkdtemp(path.join(tmpdir(), 'palier-parquet-'));
  try {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(row.map((cell, i) => [`c${i}`, cell])))
    );
    await writeFile(path.join(dir, 'rows.json'), lines.join('\n'), { mode: 0o600 });
    await copy(dir, columns);
    return await readFile(path.join(dir, 'rows.parquet'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
