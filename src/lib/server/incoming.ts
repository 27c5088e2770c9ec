import { setImmediate } from 'node:timers/promises';
import { ARRAY, DuckDBDataChunk, INTEGER, TINYINT, USMALLINT, arrayValue } from '@duckdb/node-api';
import { scoreMeasures, type Scorer } from '#lib/maturity/score.ts';
import { pauses } from './pauses.ts';
import { run, type Db } from './sql.ts';

/** As many rows as DuckDB takes at once. */
export const chunkRows = 2048;

/**
 * Runs `work` while the temporary table `incoming` holds the answers and scores of new responses, one row each with ids
 * from `id` on. DuckDB then takes the rows apart in threads of its own: millions of rows appended one by one would keep
 * everybody else waiting.
 */
export async function withIncoming(
  db: Db,
  id: number,
  answers: readonly Int8Array[],
  scorer: Scorer,
  work: () => Promise<void>
): Promise<void> {
  const sizes = [answers[0]?.length ?? 0, scorer.parts.length * scoreMeasures.length] as const;
  await run(
    db,
    `create temp table incoming (response_id integer, answers tinyint[${sizes[0]}], scores usmallint[${sizes[1]}])`
  );
  await append(db, id, answers, scorer, sizes);
  await work();
  await run(db, 'drop table incoming');
}

async function append(
  db: Db,
  id: number,
  answers: readonly Int8Array[],
  { score }: Scorer,
  [criteria, measures]: readonly [number, number]
): Promise<void> {
  const appender = await db.createAppender('incoming', 'main', 'temp');
  const chunk = DuckDBDataChunk.create([INTEGER, ARRAY(TINYINT, criteria), ARRAY(USMALLINT, measures)]);
  const pause = pauses();
  for (let from = 0; from < answers.length; from += chunkRows) {
    const rows = answers.slice(from, from + chunkRows);
    chunk.reset();
    chunk.setColumns([
      rows.map((_, i) => id + from + i),
      rows.map((one) => arrayValue(one as unknown as number[])),
      rows.map((one) => arrayValue(score(one) as unknown as number[]))
    ]);
    appender.appendDataChunk(chunk);
    if (pause.isDue()) await setImmediate();
  }
  appender.closeSync();
}
