import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue
} from '@duckdb/node-api';

/** One connection; a request has its own, since transactions on a shared one fail in parallel. */
export type Db = DuckDBConnection;

export type Parameter = string | number | boolean | null | readonly string[] | readonly number[];
export type Parameters = Record<string, Parameter>;

type Bound = { value: DuckDBValue; type: DuckDBType };

function bindList(values: readonly string[] | readonly number[]): Bound {
  const type = typeof values[0] === 'number' ? INTEGER : VARCHAR;
  return { value: listValue([...values]), type: LIST(type) };
}

function bindNumber(value: number): Bound {
  if (!Number.isInteger(value)) return { value, type: DOUBLE };
  return Math.abs(value) < 2 ** 31 ? { value, type: INTEGER } : { value: BigInt(value), type: BIGINT };
}

function bind(parameter: Parameter): Bound {
  if (Array.isArray(parameter)) return bindList(parameter as readonly string[] | readonly number[]);
  if (typeof parameter === 'number') return bindNumber(parameter);
  if (typeof parameter === 'boolean') return { value: parameter, type: BOOLEAN };
  return { value: parameter as string | null, type: VARCHAR };
}

function bindAll(parameters: Parameters): [Record<string, DuckDBValue>, Record<string, DuckDBType>] {
  const bound = Object.entries(parameters).map(([name, parameter]) => [name, bind(parameter)] as const);
  return [
    Object.fromEntries(bound.map(([name, { value }]) => [name, value])),
    Object.fromEntries(bound.map(([name, { type }]) => [name, type]))
  ];
}

/** Rows as plain objects; `Row` states the columns that the statement selects, with counts cast to `::int`. */
export async function all<Row>(db: Db, sql: string, parameters: Parameters = {}): Promise<Row[]> {
  const reader = await db.runAndReadAll(sql, ...bindAll(parameters));
  return reader.getRowObjectsJS() as Row[];
}

export async function first<Row>(db: Db, sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
  return (await all<Row>(db, sql, parameters))[0];
}

/** Runs a statement for its effect. */
export async function run(db: Db, sql: string, parameters: Parameters = {}): Promise<void> {
  await db.run(sql, ...bindAll(parameters));
}
