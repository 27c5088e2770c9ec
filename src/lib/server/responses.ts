import { setImmediate } from 'node:timers/promises';
import { DuckDBDataChunk, INTEGER, MAP, TINYINT, USMALLINT, VARCHAR, mapValue } from '@duckdb/node-api';
import { fold } from '#lib/i18n/fold.ts';
import type { IdentifiedResponse } from './identify.ts';
import { productId } from './product-id.ts';
import { pauses } from './pauses.ts';
import * as scores from './scores.ts';
import { all, first, run, type Db } from './sql.ts';

/** Whether storing these again would change nothing: each is stored, and of each product the latest is in force. */
export async function areKnown(
  db: Db,
  campaignId: number,
  responses: IdentifiedResponse[]
): Promise<boolean> {
  const rows = await all<{ key: string; inForce: boolean }>(
    db,
    `select product_id || digest as key, bool_or(in_force) as "inForce"
     from response join import on import.id = response.import_id
     where response.campaign_id = $campaign and not undone
     group by 1`,
    { campaign: campaignId }
  );
  const known = new Map(rows.map(({ key, inForce }) => [key, inForce]));
  return (
    responses.every((response) => known.has(keyOf(response))) &&
    latestOfEach(responses).every((response) => known.get(keyOf(response)))
  );
}

/** Whether a file of an import says nothing beyond the files before it: its responses are theirs, and stand. */
export function areRepeated(responses: IdentifiedResponse[], before: IdentifiedResponse[]): boolean {
  const own = new Set(responses.map(keyOf));
  const said = before.filter((response) => own.has(keyOf(response)));
  if (new Set(said.map(keyOf)).size < own.size) return false;
  const standing = new Set(latestOfEach(before).map(keyOf));
  return latestOfEach(responses).every((response) => standing.has(keyOf(response)));
}

function keyOf({ productId, digest }: IdentifiedResponse): string {
  return productId + digest;
}

/**
 * Of each product the response without a date, which counts from the import on, else that of the latest date; of equal
 * ones the last.
 */
function latestOfEach(responses: IdentifiedResponse[]): IdentifiedResponse[] {
  const latest = new Map<string, IdentifiedResponse>();
  for (const response of responses) {
    const other = latest.get(response.productId);
    if (!other || !isEarlier(response.submittedAt, other.submittedAt))
      latest.set(response.productId, response);
  }
  return [...latest.values()];
}

function isEarlier(date: string | null, other: string | null): boolean {
  return date !== null && (other === null || date < other);
}

async function firstId(db: Db, count: number): Promise<number> {
  const row = await first<{ id: number }>(
    db,
    `select min(id)::int as id from (select nextval('response_id') as id from range($count))`,
    { count }
  );
  if (!row) throw new Error('no id');
  return row.id;
}

async function appendResponses(
  db: Db,
  importId: number,
  campaignId: number,
  id: number,
  responses: IdentifiedResponse[]
) {
  const appender = await db.createAppender('response');
  const pause = pauses();
  for (const [i, response] of responses.entries()) {
    if (pause.isDue()) await setImmediate();
    appender.appendInteger(id + i);
    appender.appendInteger(importId);
    appender.appendInteger(campaignId);
    const { product, vendor } = response;
    // as declared: `renamed-responses.apply` then says which product it is
    appender.appendVarchar(productId(vendor, product));
    appender.appendVarchar(product);
    appender.appendVarchar(vendor);
    appender.appendVarchar(fold(vendor));
    appender.appendVarchar(`${fold(product)}\n${fold(vendor)}`);
    appender.appendVarchar(response.corridor);
    if (response.submittedAt === null) appender.appendNull();
    else appender.appendVarchar(response.submittedAt);
    const attributes = Object.entries(response.attributes).map(([key, value]) => ({ key, value }));
    appender.appendMap(mapValue(attributes), MAP(VARCHAR, VARCHAR));
    appender.appendVarchar(response.digest);
    appender.appendBoolean(false);
    appender.endRow();
  }
  appender.closeSync();
}

const chunkRows = 2048;

async function appendAnswers(db: Db, id: number, responses: IdentifiedResponse[]) {
  const appender = await db.createAppender('answer');
  const chunk = DuckDBDataChunk.create([INTEGER, USMALLINT, TINYINT]);
  const columns = [new Int32Array(chunkRows), new Uint16Array(chunkRows), new Int8Array(chunkRows)] as const;
  const pause = pauses();
  let rows = 0;
  const flush = () => {
    chunk.reset();
    // the types ask for lists of values, the code for anything with a length and places
    chunk.setColumns(columns.map((column) => column.subarray(0, rows)) as unknown as number[][]);
    appender.appendDataChunk(chunk);
    rows = 0;
  };
  for (const [i, { answers }] of responses.entries()) {
    if (pause.isDue()) await setImmediate();
    for (let position = 0; position < answers.length; position++) {
      columns[0][rows] = id + i;
      columns[1][rows] = position;
      columns[2][rows] = answers[position] ?? 0;
      if (++rows === chunkRows) flush();
    }
  }
  if (rows > 0) flush();
  appender.closeSync();
}

/** Stores the responses under their import; `settle` then says which are in force. */
export async function create(
  db: Db,
  importId: number,
  campaignId: number,
  responses: IdentifiedResponse[]
): Promise<void> {
  if (responses.length === 0) return;
  const id = await firstId(db, responses.length);
  await appendResponses(db, importId, campaignId, id, responses);
  await appendAnswers(db, id, responses);
  await scores.create(db, id, id + responses.length - 1);
}

/**
 * Puts in force, of each product, the response of the latest date (where missing, the time of its import), then of
 * the latest import, then the last in its files; those of undone imports never.
 */
export async function settle(db: Db, campaignId: number): Promise<void> {
  await run(
    db,
    `with standing as (
       select response.id,
         row_number() over (
           partition by product_id
           order by coalesce(submitted_at, import.imported_at) desc, import.id desc, response.id desc
         ) = 1 as latest
       from response join import on import.id = response.import_id
       where response.campaign_id = $campaign and not undone
     )
     update response set in_force = coalesce((select latest from standing where standing.id = response.id), false)
     where campaign_id = $campaign`,
    { campaign: campaignId }
  );
}
