import { all, first, type Db } from './sql.ts';
import * as responses from './responses.ts';
import type { IdentifiedResponse } from './responses.ts';

export type Origin = 'page' | 'command' | 'sample';

/** How much an import brought; `answers` are the cells that hold a level. */
export interface Accepted {
  vendors: number;
  products: number;
  answers: number;
}

/** One import as the history lists it; `at` in UTC. */
export interface ImportRecord {
  id: number;
  campaign: string;
  at: string;
  files: string[];
  accepted: Accepted;
  undone: boolean;
}

export function count(all: IdentifiedResponse[]): Accepted {
  return {
    vendors: new Set(all.map(({ vendorKey }) => vendorKey)).size,
    products: new Set(all.map(({ productId }) => productId)).size,
    answers: all.reduce(
      (sum, { answers }) => sum + answers.reduce((n, answer) => n + (answer > 0 ? 1 : 0), 0),
      0
    )
  };
}

/** Stores the responses of one import, puts in force what is then the latest of each product, and returns its id. */
export async function create(
  db: Db,
  campaignId: number,
  { files, origin, all }: { files: string[]; origin: Origin; all: IdentifiedResponse[] }
): Promise<number> {
  const row = await first<{ id: number }>(
    db,
    `insert into import (id, campaign_id, imported_at, origin, files, vendors, products, answers)
     values (nextval('import_id'), $campaign, $at, $origin, $files, $vendors, $products, $answers) returning id`,
    {
      campaign: campaignId,
      at: new Date().toISOString(),
      origin,
      files: JSON.stringify(files),
      ...count(all)
    }
  );
  if (!row) throw new Error('no id');
  await responses.create(db, row.id, campaignId, all);
  await responses.settle(db, campaignId);
  return row.id;
}

interface ImportRow extends Accepted {
  id: number;
  campaign: string;
  at: string;
  files: string;
  undone: boolean;
}

/** The history, newest first; of one campaign where its id is given. */
export async function list(db: Db, campaignId?: number): Promise<ImportRecord[]> {
  const rows = await all<ImportRow>(
    db,
    `select import.id, campaign.code as campaign, imported_at as "at", files, vendors, products, answers, undone
     from import join campaign on campaign.id = import.campaign_id
     where $campaign is null or campaign_id = $campaign
     order by import.id desc`,
    { campaign: campaignId ?? null }
  );
  return rows.map(({ id, campaign, at, files, undone, vendors, products, answers }) => ({
    id,
    campaign,
    at,
    files: JSON.parse(files) as string[],
    accepted: { vendors, products, answers },
    undone
  }));
}

/** Takes one import back: its responses are kept, but no longer in force. False where there is no such import. */
export async function undo(db: Db, id: number): Promise<boolean> {
  const row = await first<{ campaign: number }>(
    db,
    'update import set undone = true where id = $id returning campaign_id as campaign',
    { id }
  );
  if (!row) return false;
  await responses.settle(db, row.campaign);
  return true;
}
