import type { Matrix, MatrixCriterion, MatrixProduct } from '#lib/maturity/matrix.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const criteriaSql = `
  select code, theme, scope, target::int as target from criterion_in_view order by position`;

const productsSql = `
  select product_id as id, product, vendor, vendor_key as "vendorKey", corridor,
    vendor_products as "vendorProducts", coalesce(cells, '') as cells
  from product_in_view
  join (
    select vendor_key, count(*)::int as vendor_products
    from response where campaign_id = $campaign and in_force
    group by vendor_key
  ) as sized using (vendor_key)
  left join (
    select response_id,
      string_agg(
        case when answer >= target then '1' when answer > 0 then '0' when applies then '?' else '-' end,
        '' order by position
      ) as cells
    from cell_in_view
    group by response_id
  ) as told on told.response_id = product_in_view.id
  order by vendor_key, product, product_id`;

/** Every answer in view: criteria in the questionnaire's order, products by vendor, then name. */
export async function read(db: Db, view: View): Promise<Matrix> {
  return {
    criteria: await ask<MatrixCriterion>(db, view, criteriaSql),
    products: await ask<MatrixProduct>(db, view, productsSql),
    unanswered: view.filters.unanswered
  };
}
