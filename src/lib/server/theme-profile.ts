import type { ThemeProfile } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const profileSql = `
  select theme,
    coalesce(max(applicable) filter (product_id = $product), 0)::int as applicable,
    coalesce(max(attained) filter (product_id = $product), 0)::int as attained,
    count(rate)::int as products,
    quantile_cont(rate, 0.25) as q1, quantile_cont(rate, 0.5) as median, quantile_cont(rate, 0.75) as q3
  from (
    select theme, product_id, min(position) as place,
      count(*) filter (counted) as applicable, count(*) filter (answer >= c.target) as attained,
      case when count(*) filter (counted) > 0
        then count(*) filter (answer >= c.target) / (count(*) filter (counted))::double end as rate
    from criterion_in_view c
    join cell_in_view using (position)
    join product_in_view on product_in_view.id = response_id
    group by theme, product_id
  )
  group by theme
  order by min(place)`;

/**
 * One product's counts in each theme in view, beside the quartiles of the theme rates (domain definition 9) of the
 * products in view to which something in the theme applies; in the questionnaire's order.
 */
export function ofProduct(db: Db, view: View, productId: string): Promise<ThemeProfile[]> {
  return ask<ThemeProfile>(db, view, profileSql, { product: productId });
}
