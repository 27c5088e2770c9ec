import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { all, first, run, type Db } from './sql.ts';

/** What a Parquet file may ask for. */
export interface ParquetLimits {
  cells: number;
  columns: number;
  cellCharacters: number;
  characters: number;
  seconds: number;
}

/** All values as text, blank where there is none. */
export interface ParquetTable {
  headings: string[];
  rows: string[][];
}

/** Why a Parquet file is not read; `value` is the column's name. */
export interface ParquetRefusal {
  reason: 'parquet_damaged' | 'parquet_nested' | 'columns' | 'cells' | 'long_cell' | 'too_slow';
  value?: string;
  detail?: Record<string, string | number>;
}

interface Column {
  name: string;
  type: string;
}

/**
 * Reads a Parquet file in a DuckDB of its own, which reaches one temporary folder and nothing else: the store's own may
 * read no files. Stopped when it takes too long.
 */
export async function readParquet(
  bytes: Uint8Array,
  limits: ParquetLimits
): Promise<ParquetTable | ParquetRefusal> {
  const dir = await mkdtemp(path.join(tmpdir(), 'palier-parquet-'));
  try {
    await writeFile(path.join(dir, 'answers.parquet'), bytes, { mode: 0o600 });
    return await inOwnInstance(dir, limits);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function inOwnInstance(dir: string, limits: ParquetLimits): Promise<ParquetTable | ParquetRefusal> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '512MB',
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false'
  });
  const db = await instance.connect();
  const end = performance.now() + limits.seconds * 1000;
  const isLate = () => performance.now() > end;
  const late = { reason: 'too_slow', detail: { seconds: limits.seconds } } as const;
  // an interruption that comes between two statements is lost: hence again and again
  const clock = setInterval(() => isLate() && db.interrupt(), 20);
  try {
    await lockDown(db, dir);
    const read = await readTable(db, path.join(dir, 'answers.parquet'), limits);
    return isLate() ? late : read;
  } catch (error) {
    // DuckDB has one kind of error for all that can be wrong with a file
    if (!(error instanceof Error)) throw error;
    return isLate() ? late : { reason: 'parquet_damaged' };
  } finally {
    clearInterval(clock);
    db.closeSync();
    instance.closeSync();
  }
}

/** Order matters: access is closed before the lock, and the folder can't be named afterwards. */
async function lockDown(db: Db, dir: string): Promise<void> {
  await run(db, `set allowed_directories = [${literal(dir)}]`);
  await run(db, 'set enable_external_access = false');
  await run(db, 'set lock_configuration = true');
}

async function readTable(
  db: Db,
  file: string,
  limits: ParquetLimits
): Promise<ParquetTable | ParquetRefusal> {
  const from = `read_parquet(${literal(file)}, binary_as_string = true, hive_partitioning = false)`;
  const columns = await all<Column>(
    db,
    `select column_name as name, column_type as type from (describe select * from ${from})`
  );
  const flaw = await tooMuch(db, from, columns, limits);
  if (flaw) return flaw;
  const texts = columns.map((column) => `coalesce(${asText(column)}, '')`).join(', ');
  const rows: string[][] = [];
  const result = await db.stream(`select ${texts} from ${from}`);
  for await (const some of result.yieldRows()) for (const row of some) rows.push(row as string[]);
  return { headings: columns.map(({ name }) => name), rows };
}

/** Rows are counted by the file's own directory, texts measured before any is held in memory. */
async function tooMuch(
  db: Db,
  from: string,
  columns: Column[],
  limits: ParquetLimits
): Promise<ParquetRefusal | undefined> {
  const nested = columns.find(({ type }) => !isPlain(type));
  if (nested)
    return { reason: 'parquet_nested', value: nested.name, detail: { type: nested.type.slice(0, 40) } };
  if (columns.length > limits.columns) return { reason: 'columns', detail: { most: limits.columns } };
  const counted = await first<{ rows: number }>(db, `select count(*)::double as rows from ${from}`);
  const tooMany = { reason: 'cells', detail: { most: limits.cells } } as const;
  if ((counted?.rows ?? 0) * columns.length > limits.cells) return tooMany;
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => quoted(name));
  if (texts.length === 0) return undefined;
  const lengths = texts.map((text) => `coalesce(length(${text}), 0)`);
  const measured = await first<{ longest: number; total: number }>(
    db,
    `select max(greatest(0, ${lengths.join(', ')}))::double as longest, sum(${lengths.join(' + ')})::double as total
    from ${from}`
  );
  if ((measured?.longest ?? 0) > limits.cellCharacters)
    return { reason: 'long_cell', detail: { most: limits.cellCharacters } };
  return (measured?.total ?? 0) > limits.characters ? tooMany : undefined;
}

function isPlain(type: string): boolean {
  return /^(VARCHAR|BOOLEAN|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|DATE|TIME|TIMESTAMP.*|ENUM\(.*\)|UUID|"NULL"|NULL|JSON)$/.test(
    type
  );
}

/** As a person would type it: whole numbers without a decimal point, days without midnight, moments in UTC. */
function asText({ name, type }: Column): string {
  const column = quoted(name);
  if (/^(FLOAT|DOUBLE|DECIMAL)/.test(type))
    return `case when ${column} = trunc(${column}) and abs(${column}) < 1e15 then ${column}::bigint::varchar
      else ${column}::varchar end`;
  if (!type.startsWith('TIMESTAMP')) return `${column}::varchar`;
  const moment = type.includes('TIME ZONE') ? `(${column} at time zone 'UTC')` : `${column}::timestamp`;
  return `case when ${moment} = date_trunc('day', ${moment}) then ${moment}::date::varchar
    else strftime(${moment}, '%Y-%m-%dT%H:%M:%S') end`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
