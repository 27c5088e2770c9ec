import { setImmediate } from 'node:timers/promises';
import {
  BOOLEAN,
  DuckDBDataChunk,
  INTEGER,
  MAP,
  VARCHAR,
  mapValue,
  type DuckDBValue
} from '@duckdb/node-api';
import { fold } from '#lib/i18n/fold.ts';
import type { IdentifiedResponse } from './identify.ts';
import { withIncoming } from './incoming.ts';
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
  if (before.length === 0) return false;
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

const responseTypes = [
  ...[INTEGER, INTEGER, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  ...[MAP(VARCHAR, VARCHAR), VARCHAR, BOOLEAN]
];

const noAttributes = mapValue([]);

function attributesOf({ attributes }: IdentifiedResponse): DuckDBValue {
  const entries = Object.entries(attributes);
  return entries.length === 0 ? noAttributes : mapValue(entries.map(([key, value]) => ({ key, value })));
}

/** Columns of table `response`, as declared: `renamed-responses.apply` then says which product each is. */
function columnsOf(
  importId: number,
  campaignId: number,
  id: number,
  responses: IdentifiedResponse[]
): DuckDBValue[][] {
  const declared = responses.map((response) => response.declared ?? response);
  return [
    responses.map((_, i) => id + i),
    responses.map(() => importId),
    responses.map(() => campaignId),
    declared.map(({ productId }) => productId),
    responses.map(({ product }) => product),
    responses.map(({ vendor }) => vendor),
    declared.map(({ vendorKey }) => vendorKey),
    responses.map(({ product }, i) => `${fold(product)}\n${declared[i]?.vendorKey ?? ''}`),
    responses.map(({ corridor }) => corridor),
    responses.map(({ submittedAt }) => submittedAt),
    responses.map(attributesOf),
    responses.map(({ digest }) => digest),
    responses.map(() => false)
  ];
}

async function appendResponses(
  db: Db,
  importId: number,
  campaignId: number,
  id: number,
  responses: IdentifiedResponse[]
) {
  const appender = await db.createAppender('response');
  const chunk = DuckDBDataChunk.create(responseTypes);
  for (let from = 0; from < responses.length; from += rowsAtOnce) {
    const some = responses.slice(from, from + rowsAtOnce);
    chunk.reset();
    chunk.setColumns(columnsOf(importId, campaignId, id + from, some));
    appender.appendDataChunk(chunk);
    await setImmediate();
  }
  appender.closeSync();
}

/** More would keep others waiting. */
const rowsAtOnce = 512;

/**
 * Stores the responses under their import; `settle` then says which are in force. `others` is waited for before DuckDB takes
 * the answers apart: what is looked at meanwhile, in a thread of its own, needs as much memory as that.
 */
export async function create(
  db: Db,
  importId: number,
  campaignId: number,
  responses: IdentifiedResponse[],
  others: () => Promise<void>
): Promise<void> {
  if (responses.length === 0) return others();
  const id = await firstId(db, responses.length);
  await appendResponses(db, importId, campaignId, id, responses);
  const scorer = await scores.scorerOf(db, campaignId);
  const answers = responses.map((response) => response.answers);
  await withIncoming(db, id, answers, scorer, async () => {
    await others();
    await createAnswers(db);
    await scores.create(db, scorer);
  });
}

/** Stores every answer of the incoming responses. */
async function createAnswers(db: Db): Promise<void> {
  await run(
    db,
    `insert into answer select response_id, position, answers[position + 1]
     from incoming, (select unnest(range((select max(len(answers)) from incoming))) as position)`
  );
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
