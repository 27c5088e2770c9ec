import type { ReadOptions } from '#lib/ingest/types.ts';
import { all, first, run, type Db } from './sql.ts';
import * as renamedResponses from './renamed-responses.ts';
import * as responses from './responses.ts';
import type { IdentifiedResponse } from './identify.ts';

export type Origin = 'page' | 'command' | 'sample';

/** How much an import brought; `answers` are the cells that hold a level. */
export interface Accepted {
  vendors: number;
  products: number;
  answers: number;
}

/** A file as it was imported; the digest tells whether another is the same, byte by byte. */
export interface ImportedFile {
  name: string;
  sha256: string;
  layout: string | null;
  delimiter: string | null;
  encoding: string | null;
  rows: number;
}

/** How an import was made: its files, what it left out or warned about, and the mapping that was read with. */
export interface ImportDetails {
  sources: ImportedFile[];
  rejected: { products: number; rows: number };
  warnings: number;
  mapping: ReadOptions;
  profile: string | null;
  partial: boolean;
}

/** An import taken back, or put back again; `at` in UTC. */
export interface ImportAct {
  act: 'undo' | 'redo';
  at: string;
  /** As people or their system name them; null where unknown. */
  by: string | null;
}

/** What an import brings: responses, comments of the consultation, audit forms. */
export type ImportKind = 'answers' | 'comments' | 'audits';

/** One import as the history lists it; `at` in UTC. */
export interface ImportRecord {
  id: number;
  campaign: string;
  kind: ImportKind;
  /** Comments or results of controls; 0 for responses, which `accepted` counts. */
  records: number;
  at: string;
  files: string[];
  accepted: Accepted;
  undone: boolean;
  by: string | null;
  origin: Origin;
  /** Null for imports made before they were kept. */
  details: ImportDetails | null;
  /** In the order in which they happened. */
  acts: ImportAct[];
}

/** How an import about to be stored came here. */
export interface Arrival {
  files: string[];
  origin: Origin;
  by?: string;
  details?: ImportDetails;
}

/** An import of responses about to be stored; its details are asked for while the answers are. */
export interface NewImport extends Omit<Arrival, 'details'> {
  details?: () => Promise<ImportDetails>;
  all: IdentifiedResponse[];
}

/** What an import brings, in numbers. */
interface Brought {
  kind: ImportKind;
  accepted: Accepted;
  records: number;
}

export function count(all: IdentifiedResponse[]): Accepted {
  return {
    vendors: new Set(all.map(({ vendorKey }) => vendorKey)).size,
    products: new Set(all.map(({ productId }) => productId)).size,
    answers: all.reduce((sum, { answers }) => sum + levelsIn(answers), 0)
  };
}

/** A loop, for millions are counted at once. */
function levelsIn(answers: Int8Array): number {
  let count = 0;
  for (const answer of answers) if (answer > 0) count++;
  return count;
}

/** Enters an import into the history and returns its id. */
export async function enter(db: Db, campaignId: number, arrival: Arrival, brought: Brought): Promise<number> {
  const id = await nextId(db);
  await enterAs(db, id, campaignId, arrival, brought);
  return id;
}

async function nextId(db: Db): Promise<number> {
  const row = await first<{ id: number }>(db, `select nextval('import_id')::int as id`);
  if (!row) throw new Error('no id');
  return row.id;
}

async function enterAs(
  db: Db,
  id: number,
  campaignId: number,
  { files, origin, by, details }: Arrival,
  { kind, accepted, records }: Brought
): Promise<void> {
  await run(
    db,
    `insert into import (id, campaign_id, imported_at, origin, files, vendors, products, answers, author, details, kind, records)
     values ($id, $campaign, $at, $origin, $files, $vendors, $products, $answers, $author, $details, $kind, $records)`,
    {
      id,
      campaign: campaignId,
      at: new Date().toISOString(),
      origin,
      files: JSON.stringify(files),
      author: by ?? null,
      details: details ? JSON.stringify(details) : null,
      kind,
      records,
      ...accepted
    }
  );
}

/** Stores the responses of one import, puts in force what is then the latest of each product, and returns its id. */
export async function create(
  db: Db,
  campaignId: number,
  { all, details, ...arrival }: NewImport
): Promise<number> {
  const id = await nextId(db);
  let said: ImportDetails | undefined;
  await responses.create(db, id, campaignId, all, async () => {
    said = await details?.();
  });
  const brought: Brought = { kind: 'answers', accepted: count(all), records: 0 };
  await enterAs(db, id, campaignId, { ...arrival, details: said }, brought);
  await renamedResponses.apply(db);
  await responses.settle(db, campaignId);
  return id;
}

interface ImportRow extends Accepted {
  id: number;
  campaign: string;
  kind: ImportKind;
  records: number;
  at: string;
  files: string;
  undone: boolean;
  by: string | null;
  origin: Origin;
  details: string | null;
}

const listSql = `
  select import.id, campaign.code as campaign, kind, records, imported_at as "at", files, vendors, products, answers, undone,
    author as "by", origin, details
  from import join campaign on campaign.id = import.campaign_id
  where $campaign is null or campaign_id = $campaign
  order by import.id desc`;

/** The history, newest first; of one campaign where its id is given. */
export async function list(db: Db, campaignId?: number): Promise<ImportRecord[]> {
  const rows = await all<ImportRow>(db, listSql, { campaign: campaignId ?? null });
  const acts = await actsByImport(db);
  return rows.map(({ vendors, products, answers, files, details, ...row }) => ({
    ...row,
    files: JSON.parse(files) as string[],
    accepted: { vendors, products, answers },
    details: details === null ? null : (JSON.parse(details) as ImportDetails),
    acts: acts.get(row.id) ?? []
  }));
}

async function actsByImport(db: Db): Promise<Map<number, ImportAct[]>> {
  const rows = await all<ImportAct & { id: number }>(
    db,
    'select import_id as id, act, acted_at as "at", author as "by" from import_act order by acted_at, rowid'
  );
  const acts = new Map<number, ImportAct[]>();
  for (const { id, ...act } of rows) acts.set(id, [...(acts.get(id) ?? []), act]);
  return acts;
}

/** What came of an undo or a redo: done, nothing left to do, or no such import. */
export type ActOutcome = 'done' | 'already' | 'unknown';

/** Takes one import back: its responses are kept, but no longer in force. */
export function undo(db: Db, id: number, by?: string): Promise<ActOutcome> {
  return change(db, id, 'undo', by);
}

/** Puts an import that was taken back in its place again, as if it had always stood there. */
export function redo(db: Db, id: number, by?: string): Promise<ActOutcome> {
  return change(db, id, 'redo', by);
}

async function change(
  db: Db,
  id: number,
  act: ImportAct['act'],
  by: string | undefined
): Promise<ActOutcome> {
  const row = await first<{ campaign: number; undone: boolean }>(
    db,
    'select campaign_id as campaign, undone from import where id = $id',
    { id }
  );
  if (!row) return 'unknown';
  const undone = act === 'undo';
  if (row.undone === undone) return 'already';
  await run(db, 'update import set undone = $undone where id = $id', { id, undone });
  await run(db, 'insert into import_act values ($id, $at, $act, $author)', {
    id,
    at: new Date().toISOString(),
    act,
    author: by ?? null
  });
  await responses.settle(db, row.campaign);
  return 'done';
}
