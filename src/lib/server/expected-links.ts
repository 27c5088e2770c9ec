import { first, run, type Db } from './sql.ts';

/** Who says so, and where. */
export interface Link {
  campaignId: number;
  /** Id of the expected product. */
  expected: string;
  /** Id of the product that answered for it. */
  product: string;
  by?: string;
}

/**
 * Keeps that an expected product answered under another name, in the place of what was said of it before; false where
 * the list has no such product, where none of that id is in force, or where that one is itself expected or stands for
 * another. It counts as long as the expected product has not answered under its own name.
 */
export async function create(db: Db, { campaignId, expected, product, by }: Link): Promise<boolean> {
  const row = await first<{ fits: boolean }>(
    db,
    `with listed as (
       select coalesce(redirect.product_id, own.product_id) as id
       from expected_product own left join redirect on redirect.id = own.product_id
       where campaign_id = $campaign
     )
     select exists (select 1 from listed where id = $expected)
       and not exists (select 1 from listed where id = $product)
       and not exists (select 1 from expected_link
         where campaign_id = $campaign and product_id = $product and expected_id <> $expected)
       and exists (select 1 from response
         where campaign_id = $campaign and in_force and product_id = $product) as fits`,
    { campaign: campaignId, expected, product }
  );
  if (!row?.fits) return false;
  await remove(db, campaignId, expected);
  await run(db, 'insert into expected_link values ($campaign, $expected, $product, $at, $author)', {
    campaign: campaignId,
    expected,
    product,
    at: new Date().toISOString(),
    author: by ?? null
  });
  return true;
}

/** Takes the link of an expected product back. */
export function remove(db: Db, campaignId: number, expected: string): Promise<void> {
  return run(
    db,
    `delete from expected_link where campaign_id = $campaign
       and (expected_id = $expected or expected_id in (select id from redirect where product_id = $expected))`,
    { campaign: campaignId, expected }
  );
}
