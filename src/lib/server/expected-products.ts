import type { ExpectedProduct } from '#lib/ingest/types.ts';
import {
  countByCorridor,
  countStates,
  followUpState,
  type ExpectedState,
  type FollowedProduct,
  type FollowUp
} from '#lib/maturity/follow-up.ts';
import { cached } from './cache.ts';
import { productId } from './product-id.ts';
import { all, run, type Db } from './sql.ts';
import type { Store } from './store.ts';

/** Replaces the campaign's list of expected products; links of products that are still on it stay. */
export async function update(db: Db, campaignId: number, expected: ExpectedProduct[]): Promise<void> {
  await run(db, 'delete from expected_product where campaign_id = $campaign', { campaign: campaignId });
  if (expected.length > 0)
    await run(
      db,
      `insert into expected_product
       select $campaign, unnest($ids), unnest($products), unnest($vendors), unnest($corridors)`,
      {
        campaign: campaignId,
        ids: expected.map(({ vendor, product }) => productId(vendor, product)),
        products: expected.map(({ product }) => product),
        vendors: expected.map(({ vendor }) => vendor),
        corridors: expected.map(({ corridor }) => corridor)
      }
    );
  await run(
    db,
    `delete from expected_link where campaign_id = $campaign
       and expected_id not in (
         select unnest([own.product_id, coalesce(redirect.product_id, own.product_id)])
         from expected_product own left join redirect on redirect.id = own.product_id
         where campaign_id = $campaign
       )`,
    { campaign: campaignId }
  );
}

/** Responses in force with what is filled of them, by the whole questionnaire. */
const filledCtes = `
  filled as (
    select response.id,
      count(*) filter (answer > 0 or (answer = -1 and scope = 'conditional'))::int as answered,
      count(*) filter (answer <= 0 and (scope = 'common' or answer = 0))::int as unanswered
    from response
    join campaign on campaign.id = response.campaign_id
    join answer on answer.response_id = response.id
    join criterion on criterion.questionnaire_id = campaign.questionnaire_id and criterion.position = answer.position
    where response.campaign_id = $campaign and in_force
    group by response.id
  ),
  answering as (
    select product_id, product, vendor, corridor, vendor_key, answered, unanswered
    from response join filled using (id)
  ),
  expected as (
    select coalesce(redirect.product_id, own.product_id) as id, any_value(product) as product,
      any_value(vendor) as vendor, any_value(corridor) as corridor
    from expected_product own left join redirect on redirect.id = own.product_id
    where campaign_id = $campaign
    group by 1
  ),
  link as (
    select distinct coalesce(one.product_id, expected_id) as expected_id,
      coalesce(other.product_id, own.product_id) as product_id
    from expected_link own
    left join redirect one on one.id = expected_id
    left join redirect other on other.id = own.product_id
    where campaign_id = $campaign
  ),
  linked as (
    select expected_id as id, other.product_id, other.product, other.vendor, other.answered, other.unanswered
    from link
    join answering as other on other.product_id = link.product_id
    left join answering as own on own.product_id = expected_id
    where coalesce(own.answered, 0) = 0
  )`;

const expectedSql = `
  with ${filledCtes}
  select expected.id, expected.product, expected.vendor, expected.corridor,
    coalesce(linked.answered, own.answered, 0) as answered,
    coalesce(linked.unanswered, own.unanswered, 0) as unanswered,
    linked.product_id as "linkedId", linked.product as "linkedProduct", linked.vendor as "linkedVendor"
  from expected
  left join answering as own on own.product_id = expected.id
  left join linked on linked.id = expected.id
  order by lower(expected.vendor), lower(expected.product), expected.id`;

const unexpectedSql = `
  with ${filledCtes}
  select product_id as id, product, vendor, corridor, answered, unanswered
  from answering
  anti join expected on expected.id = answering.product_id
  where product_id not in (select product_id from linked)
  order by vendor_key, product, product_id`;

interface ExpectedRow {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  answered: number;
  unanswered: number;
  linkedId: string | null;
  linkedProduct: string | null;
  linkedVendor: string | null;
}

function expectedState({ linkedId, linkedProduct, linkedVendor, ...row }: ExpectedRow): ExpectedState {
  const answeredAs =
    linkedId === null ? null : { id: linkedId, product: linkedProduct ?? '', vendor: linkedVendor ?? '' };
  return { ...row, state: followUpState(row), answeredAs };
}

/**
 * Each expected product with how far it is, under its own name or the one that a person recognised it by, and the
 * products in force that are not on the list.
 */
export async function followUp(db: Db, campaignId: number): Promise<FollowUp> {
  const rows = await all<ExpectedRow>(db, expectedSql, { campaign: campaignId });
  const products = rows.map(expectedState);
  const others = await all<Omit<FollowedProduct, 'state'>>(db, unexpectedSql, { campaign: campaignId });
  return {
    ...countStates(products),
    corridors: countByCorridor(products),
    products,
    unexpected: others.map((row) => ({ ...row, state: followUpState(row) }))
  };
}

/** The same as `progress`, read once a version of the data. */
export function known(store: Store, campaignId: number): ReturnType<typeof progress> {
  const read = () => store.read((db) => progress(db, campaignId));
  return cached(store, `expected ${campaignId}`, read, [campaignId]);
}

/** How many products were expected and how many of these began to answer; undefined where there is no list. */
export async function progress(
  db: Db,
  campaignId: number
): Promise<{ expected: number; answered: number } | undefined> {
  const listed = 'select 1 from expected_product where campaign_id = $campaign limit 1';
  if ((await all(db, listed, { campaign: campaignId })).length === 0) return undefined;
  const rows = await all<ExpectedRow>(db, expectedSql, { campaign: campaignId });
  const { expected, begun } = countStates(rows.map(expectedState));
  return expected > 0 ? { expected, answered: begun } : undefined;
}
