import { BLANK } from '#lib/maturity/answer.ts';
import { bandVariants, type BandVariant, type CountedProducts } from '#lib/maturity/band-variants.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const countedSql = `
  select count(*)::int as products, attained::int as attained, answered::int as answered,
    unanswered::int as unanswered, blank::int as blank
  from (
    select product_in_view.id, any_value(attained) as attained,
      count(*) filter (answer > 0) as answered,
      count(*) filter (applies and answer <= 0) as unanswered,
      count(*) filter (answer = $blank and not applies) as blank
    from product_in_view left join cell_in_view on response_id = product_in_view.id
    group by product_in_view.id
  )
  group by all
  order by all`;

/** How the products in view would fall into bands if one setting were another; the view as it is comes first. */
export async function read(db: Db, view: View): Promise<BandVariant[]> {
  const products = await ask<CountedProducts>(db, view, countedSql, { blank: BLANK });
  return bandVariants(products, view.filters);
}
