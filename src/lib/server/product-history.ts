import type { Origin } from './imports.ts';
import { all, type Db } from './sql.ts';

/** One response of a product, counted over its campaign's whole questionnaire by domain definitions 1 and 2. */
export interface ProductResponse {
  campaign: string;
  campaignName: string;
  product: string;
  vendor: string;
  corridor: string;
  /** As the vendor dated it, ISO; null where the file has no date. */
  submittedAt: string | null;
  /** In UTC. */
  importedAt: string;
  origin: Origin;
  undone: boolean;
  inForce: boolean;
  applicable: number;
  attained: number;
  unanswered: number;
}

const historySql = `
  with own as (
    select response.id, campaign_id, import_id from response where product_id = $product
  ),
  counts as (
    select own.id,
      count(*) filter (scope = 'common' or answer >= 0)::int as applicable,
      count(*) filter (answer >= target)::int as attained,
      count(*) filter (answer <= 0 and (scope = 'common' or answer >= 0))::int as unanswered
    from own
    join campaign on campaign.id = own.campaign_id
    join answer on answer.response_id = own.id
    join criterion on criterion.questionnaire_id = campaign.questionnaire_id and criterion.position = answer.position
    group by own.id
  )
  select campaign.code as campaign, campaign.name as "campaignName", product, vendor, corridor,
    submitted_at as "submittedAt", imported_at as "importedAt", origin, undone, in_force as "inForce",
    applicable, attained, unanswered
  from own
  join response using (id)
  join counts using (id)
  join campaign on campaign.id = own.campaign_id
  join import on import.id = own.import_id
  order by coalesce(closed, opened, '') desc, coalesce(opened, '') desc, campaign.id desc,
    coalesce(submitted_at, imported_at) desc, import.id desc, own.id desc`;

/** All responses of one product, of all campaigns, the latest first, those of undone imports among them. */
export function read(db: Db, productId: string): Promise<ProductResponse[]> {
  return all<ProductResponse>(db, historySql, { product: productId });
}
