import type { Checked, KnownProduct } from '#lib/ingest/checks/checked.ts';
import * as distinctNames from './distinct-names.ts';
import { all, type Db } from './sql.ts';

/** What a campaign already holds, for checks of an import: who is in force, and what the products not in it answer. */
export type KnownAnswers = Pick<Checked, 'known' | 'sameAnswers' | 'chosen' | 'distinct'>;

const nothingKnown = { known: [], sameAnswers: new Map(), chosen: [] };

const others = `
  other as (
    select id, product, vendor from response
    where campaign_id = $campaign and in_force
      and product_id not in (select unnest($ids))
  )`;

/** What an import brings, made only where something is in force: the products' ids, and the texts of answers to look for. */
export interface Incoming {
  ids(): string[];
  answers(): string[];
}

/** Of a campaign that is there, or is to come. */
export async function read(
  db: Db,
  campaignId: number | undefined,
  incoming: Incoming
): Promise<KnownAnswers> {
  const distinct = await distinctNames.inForce(db);
  return {
    ...(campaignId === undefined ? nothingKnown : await ofCampaign(db, campaignId, incoming)),
    distinct
  };
}

async function ofCampaign(
  db: Db,
  campaignId: number,
  incoming: Incoming
): Promise<Omit<KnownAnswers, 'distinct'>> {
  const known = await all<KnownProduct>(
    db,
    `select product, vendor from response where campaign_id = $campaign and in_force
     order by vendor_key, product`,
    { campaign: campaignId }
  );
  if (known.length === 0) return nothingKnown;
  const ids = incoming.ids();
  return {
    known,
    sameAnswers: await alike(db, campaignId, ids, incoming.answers()),
    chosen: await chosenLevels(db, campaignId, ids)
  };
}

async function alike(db: Db, campaignId: number, ids: string[], answers: string[]) {
  const rows = await all<KnownProduct & { answers: string }>(
    db,
    `with ${others}
     select product, vendor, answers
     from other join (
       select response_id, string_agg(answer::varchar, ',' order by position) as answers
       from answer semi join other on other.id = response_id
       group by response_id
     ) as said on said.response_id = other.id
     semi join (select unnest($answers) as answers) as asked using (answers)
     order by vendor, product`,
    { campaign: campaignId, ids, answers }
  );
  const found = new Map<string, KnownProduct[]>();
  for (const { answers, ...product } of rows) found.set(answers, [...(found.get(answers) ?? []), product]);
  return found;
}

async function chosenLevels(db: Db, campaignId: number, ids: string[]): Promise<number[][]> {
  const rows = await all<{ position: number; level: number; products: number }>(
    db,
    `with ${others}
     select position::int as position, answer::int as level, count(*)::int as products
     from answer semi join other on other.id = response_id
     where answer > 0 group by all`,
    { campaign: campaignId, ids }
  );
  const chosen: number[][] = [];
  for (const { position, level, products } of rows) (chosen[position] ??= [])[level - 1] = products;
  return chosen;
}
