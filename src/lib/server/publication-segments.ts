import type { Segment } from '#lib/maturity/publication/facts.ts';
import type { Db } from './sql.ts';
import { ask, bandIndex, type View } from './view.ts';

/** Counts of each vendor's part of each segment first, so that the vendor that matters most can be taken away. */
function sqlFor(bands: number): string {
  const list = (sql: (band: number) => string) =>
    `[${Array.from({ length: bands }, (_, b) => sql(b)).join()}]`;
  const edges = bands - 1;
  return `
  , piece as (
    select null as theme, corridor, vendor_key, applicable, attained, band from product_score
    union all
    select theme, corridor, vendor_key, theme_score.applicable, theme_score.attained,
      case when theme_score.applicable > 0 then ${bandIndex(edges, { attained: 'theme_score.attained', applicable: 'theme_score.applicable' })} end as band
    from theme_score join response_chosen on response_chosen.id = response_id
  ), of_vendor as (
    select theme, corridor, grouping(corridor) = 1 as whole, vendor_key,
      count(*) as products, count(band) as rated, count(*) filter (attained > 0) as attaining,
      sum(applicable) as applicable, sum(attained) as attained,
      ${list((b) => `count(*) filter (band = ${b})`)} as bands
    from piece group by grouping sets ((theme, corridor, vendor_key), (theme, vendor_key))
  )
  select theme, case when not whole then corridor end as corridor,
    count(*)::int as vendors, sum(products)::int as products, sum(rated)::int as rated,
    count(*) filter (rated > 0)::int as "ratedVendors", max(rated)::int as "largestVendor",
    (sum(attaining) - max(attaining))::int as "attainingWithoutOne",
    sum(applicable)::int as applicable, sum(attained)::int as attained,
    ${list((b) => `sum(bands[${b + 1}])::int`)} as bands,
    ${list((b) => `(sum(rated - bands[${b + 1}]) - max(rated - bands[${b + 1}]))::int`)} as "outsideWithoutOne"
  from of_vendor
  left join (select theme, min(position) as place from criterion_in_view group by theme) as placed using (theme)
  group by theme, place, whole, corridor
  order by place nulls first, whole desc, corridor`;
}

/** Every segment that has a product, the whole first. */
export function list(db: Db, view: View): Promise<Segment[]> {
  return ask<Segment>(db, view, sqlFor(view.filters.edges.length + 1));
}

/** In their order; `''` for products without one. */
export function corridorsOf(rows: Segment[]): string[] {
  return rows.flatMap(({ theme, corridor }) => (theme === null && corridor !== null ? [corridor] : []));
}

export function themesOf(rows: Segment[]): string[] {
  return rows.flatMap(({ theme, corridor }) => (theme !== null && corridor === null ? [theme] : []));
}

/** Without the breakdowns by a dimension that has a single value. */
export function shown(rows: Segment[]): Segment[] {
  const byCorridor = corridorsOf(rows).length > 1;
  const byTheme = themesOf(rows).length > 1;
  return rows.filter(
    ({ theme, corridor }) => (theme === null || byTheme) && (corridor === null || byCorridor)
  );
}
