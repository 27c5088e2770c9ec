import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  LIST,
  SQLNULL,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue
} from '@duckdb/node-api';
import { timed } from './slow-statements.ts';

/** One connection; a request has its own, since transactions on a shared one fail in parallel. */
export type Db = DuckDBConnection;

export type Parameter = string | number | boolean | null | readonly string[] | readonly number[];
export type Parameters = Record<string, Parameter>;

type Bound = { value: DuckDBValue; type: DuckDBType };

/** An empty list is one of anything: it fits a column of texts and one of numbers. */
function bindList(values: readonly string[] | readonly number[]): Bound {
  if (values.length === 0) return { value: listValue([]), type: LIST(SQLNULL) };
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

/** A whole number, or a list of them, as SQL; undefined for what is better bound. */
function literal(parameter: Parameter): string | undefined {
  if (typeof parameter === 'number') return Number.isInteger(parameter) ? wholeNumber(parameter) : undefined;
  if (!Array.isArray(parameter) || parameter.length === 0) return undefined;
  const values = parameter as readonly (string | number)[];
  const isWhole = values.every((value) => Number.isInteger(value));
  return isWhole ? `[${values.map((value) => wholeNumber(value as number)).join()}]` : undefined;
}

function wholeNumber(value: number): string {
  return value < 0 ? `(${BigInt(value)})` : `${BigInt(value)}`;
}

/**
 * Whole numbers are written into the statement, for DuckDB plans one with parameters twice, which takes as long as a
 * question of a small campaign itself. Texts never are: they are bound, here or as `held-texts.ts` does.
 */
function withLiterals(sql: string, parameters: Parameters): [string, Parameters] {
  const literals = new Map<string, string>();
  const bound: Parameters = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const text = literal(parameter);
    if (text === undefined) bound[name] = parameter;
    else literals.set(name, text);
  }
  return [sql.replace(/\$(\w+)/g, (reference, name: string) => literals.get(name) ?? reference), bound];
}

/** Rows as plain objects; `Row` states the columns that the statement selects, with counts cast to `::int`. */
export async function all<Row>(db: Db, sql: string, parameters: Parameters = {}): Promise<Row[]> {
  const [statement, bound] = withLiterals(sql, parameters);
  const isBound = Object.keys(bound).length > 0;
  const reader = await timed(sql, () =>
    isBound ? db.runAndReadAll(statement, ...bindAll(bound)) : db.runAndReadAll(statement)
  );
  return reader.getRowObjectsJS() as Row[];
}

export async function first<Row>(db: Db, sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
  return (await all<Row>(db, sql, parameters))[0];
}

/** Runs a statement for its effect. */
export async function run(db: Db, sql: string, parameters: Parameters = {}): Promise<void> {
  await timed(sql, () => db.run(sql, ...bindAll(parameters)));
}
