import { createHash } from 'node:crypto';
import { first, type Db } from './sql.ts';

/** By which a file says which data it rests on. */
export interface DataStamp {
  /** 16 hex digits: the same for the same answers in force, in any store. */
  fingerprint: string;
  /** The last import, undoing or correction, ISO in UTC; null where there is none. */
  changedAt: string | null;
}

interface Row {
  responses: string | null;
  corrections: string | null;
  questionnaire: string | null;
  changedAt: string | null;
}

const stampSql = `
  select
    (select sha256(string_agg(product_id || digest, ',' order by product_id))
     from response where campaign_id = $campaign and in_force) as responses,
    (select string_agg(concat_ws(' ', product_id, position, corrected), ',' order by product_id, position)
     from correction join response on response.id = response_id
     where campaign_id = $campaign and in_force and kind = 'corrected' and retracted_at is null) as corrections,
    (select digest from questionnaire join campaign on questionnaire.id = questionnaire_id
     where campaign.id = $campaign) as questionnaire,
    greatest(
      (select max(imported_at) from import where campaign_id = $campaign),
      (select max(acted_at) from import_act join import on import.id = import_id where campaign_id = $campaign),
      (select max(greatest(made_at, retracted_at)) from correction join response on response.id = response_id
       where campaign_id = $campaign)
    ) as "changedAt"`;

/** Of one campaign's answers in force, corrections among them. */
export async function read(db: Db, campaignId: number): Promise<DataStamp> {
  const row = await first<Row>(db, stampSql, { campaign: campaignId });
  const parts = [row?.questionnaire, row?.responses, row?.corrections];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return { fingerprint: digest.slice(0, 16), changedAt: row?.changedAt ?? null };
}
