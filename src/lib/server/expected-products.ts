import type { ExpectedProduct } from '#lib/ingest/types.ts';
import { productId } from './product-id.ts';
import { first, run, type Db } from './sql.ts';

/** Replaces the campaign's list of expected products. */
export async function update(db: Db, campaignId: number, expected: ExpectedProduct[]): Promise<void> {
  await run(db, 'delete from expected_product where campaign_id = $campaign', { campaign: campaignId });
  for (const { product, vendor, corridor } of expected) {
    await run(db, 'insert into expected_product values ($campaign, $id, $product, $vendor, $corridor)', {
      campaign: campaignId,
      id: productId(vendor, product),
      product,
      vendor,
      corridor
    });
  }
}

/** How many products were expected and how many of these answered; undefined where there is no list. */
export async function progress(
  db: Db,
  campaignId: number
): Promise<{ expected: number; answered: number } | undefined> {
  const row = await first<{ expected: number; answered: number }>(
    db,
    `select count(distinct product_id)::int as expected,
       count(distinct product_id) filter (product_id in (
         select product_id from response where campaign_id = $campaign and in_force))::int as answered
     from expected_product where campaign_id = $campaign`,
    { campaign: campaignId }
  );
  return row && row.expected > 0 ? row : undefined;
}
