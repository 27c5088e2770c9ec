import { sizeClasses } from '#lib/maturity/vendor-size.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** Vendors in view of one size class, and the quartiles of their pooled rates; null where none is rated. */
export interface VendorSpread {
  /** Index of the class; null over all of them. */
  sizeClass: number | null;
  vendors: number;
  rated: number;
  low: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  high: number | null;
}

const spreadSql = `
  select size_class::int as "sizeClass", count(*)::int as vendors, count(rate)::int as rated, min(rate) as low,
    quantile_cont(rate, 0.25) as q1, quantile_cont(rate, 0.5) as median, quantile_cont(rate, 0.75) as q3,
    max(rate) as high
  from (
    select len(list_filter($class_starts, lambda start: any_value(size) >= start)) - 1 as size_class,
      case when sum(applicable) > 0 then sum(attained) / sum(applicable)::double end as rate
    from product_in_view
    join (
      select vendor_key, count(*) as size from response where campaign_id = $campaign and in_force group by vendor_key
    ) using (vendor_key)
    group by vendor_key
  )
  group by grouping sets ((size_class), ())
  order by size_class nulls first`;

/** All vendors in view, then those of each size class (domain definition 14) that has one. */
export function spread(db: Db, view: View): Promise<VendorSpread[]> {
  return ask<VendorSpread>(db, view, spreadSql, { class_starts: sizeClasses.map(({ from }) => from) });
}
