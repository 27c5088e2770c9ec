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
    select theme_position, product_id, theme_score.applicable, theme_score.attained,
      case when theme_score.applicable > 0 then theme_score.attained / theme_score.applicable::double end as rate
    from theme_score join product_in_view on product_in_view.id = response_id
  )
  join theme_in_view using (theme_position)
  group by theme, theme_position
  order by theme_position`;

/**
 * One product's counts in each theme in view, beside the quartiles of the theme rates (domain definition 9) of the
 * products in view to which something in the theme applies; in the questionnaire's order.
 */
export function ofProduct(db: Db, view: View, productId: string): Promise<ThemeProfile[]> {
  return ask<ThemeProfile>(db, view, profileSql, { product: productId });
}
