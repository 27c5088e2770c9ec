import { latestFirst } from './campaigns.ts';
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
  /** Its import. */
  importId: number;
  /**
   * Criteria that count otherwise than in the product's response that came before it in the campaign; null for the first
   * and for one that was taken back.
   */
  changed: number | null;
}

const historySql = `
  with own as (
    select response.id, response.campaign_id, import_id,
      case when not undone then lag(response.id) over (
        partition by response.campaign_id, undone
        order by coalesce(submitted_at, imported_at), import.id, response.id
      ) end as before
    from response join import on import.id = import_id
    where product_id = $product
  ),
  said as (
    select own.id, answer.position,
      case when answer > 0 then answer when scope = 'common' or answer = 0 then 0 else -1 end as counts_as
    from own
    join campaign on campaign.id = own.campaign_id
    join answer on answer.response_id = own.id
    join criterion on criterion.questionnaire_id = campaign.questionnaire_id and criterion.position = answer.position
  ),
  changes as (
    select own.id, count(*) filter (later.counts_as <> earlier.counts_as)::int as changed
    from own
    join said as later on later.id = own.id
    join said as earlier on earlier.id = own.before and earlier.position = later.position
    group by own.id
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
    applicable, attained, unanswered, own.import_id as "importId", changed
  from own
  join response using (id)
  join counts using (id)
  left join changes using (id)
  join campaign on campaign.id = own.campaign_id
  join import on import.id = own.import_id
  order by ${latestFirst},
    coalesce(submitted_at, imported_at) desc, import.id desc, own.id desc`;

/** All responses of one product, of all campaigns, the latest first, those of undone imports among them. */
export function read(db: Db, productId: string): Promise<ProductResponse[]> {
  return all<ProductResponse>(db, historySql, { product: productId });
}
