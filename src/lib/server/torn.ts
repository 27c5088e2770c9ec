import { readdir } from 'node:fs/promises';
import { run, type Db } from './sql.ts';

/*
 * A process that dies while a transaction is being written leaves a log that is cut. DuckDB then takes the transaction
 * back, but for tables that it gave more than a row group (122,880 rows): their rows stay (duckdb/duckdb, pull request
 * 25931). An import of many answers would leave answers of no response, which the next import, whose responses get the
 * same ids, would take for its own.
 */

/** Tables that an import fills in bulk, each after what its rows belong to. */
const belongings = [
  { table: 'response', column: 'import_id', to: 'import' },
  { table: 'answer', column: 'response_id', to: 'response' },
  { table: 'score', column: 'response_id', to: 'response' },
  { table: 'declared_name', column: 'response_id', to: 'response' },
  { table: 'consultation_comment', column: 'import_id', to: 'import' },
  { table: 'audit_form', column: 'import_id', to: 'import' },
  { table: 'audit_result', column: 'import_id', to: 'import' }
] as const;

/** Whether the store's last process ended without closing it, by the logs that a file leaves beside itself. */
export async function wasCutOff(dir: string, file: string): Promise<boolean> {
  return (await readdir(dir)).some((name) => name.startsWith(`${file}.`));
}

/** Takes out rows that belong to nothing. Cost: the rows of the store. */
export async function removeTorn(db: Db): Promise<void> {
  for (const { table, column, to } of belongings)
    await run(db, `delete from ${table} where ${column} not in (select id from ${to})`);
}
