import { rate, type VendorFigures } from '#lib/maturity/figures.ts';
import { bandCounts, type Tally } from './band-counts.ts';
import { ofValues, valuesSql, type Value, type ValueCount } from './list-part.ts';
import type { Db, Parameters } from './sql.ts';
import { ask, bandIndex, type View } from './view.ts';

const vendorSums = `(
    select vendor_key, min(vendor) as vendor, count(*)::int as products, count(rate)::int as rated,
      sum(applicable)::int as applicable, sum(attained)::int as attained, sum(effort)::int as effort
    from product_in_view group by vendor_key
  )`;

/** Only of those that are wanted the lists are made, which cost more than all sums. */
function vendorsSql(condition: string): string {
  return `
  select sums.vendor, size::int as size, products, sums.rated, sums.applicable, sums.attained, sums.effort,
    corridors, bands
  from (from ${vendorSums} where ${condition}) sums
  join (
    select vendor_key, list_sort(list(distinct corridor)) as corridors, histogram(band::int)::map(int, int) as bands
    from product_in_view
    semi join (from ${vendorSums} where ${condition}) wanted using (vendor_key)
    group by vendor_key
  ) using (vendor_key)
  join (
    select vendor_key, count(*) as size from response where campaign_id = $campaign and in_force group by vendor_key
  ) using (vendor_key)
  order by vendor_key`;
}

/** Columns that vendors are listed by. */
const columns = {
  vendor: 'vendor',
  products: 'products',
  rate: 'case when applicable > 0 then attained / applicable::double end',
  attained: 'attained',
  missed: '(applicable - attained)',
  effort: 'effort'
};
export type VendorColumn = keyof typeof columns;

/** How many vendors in view have each value of a column. */
export function values(db: Db, view: View, column: VendorColumn): Promise<ValueCount[]> {
  return ask(db, view, valuesSql(vendorSums, columns[column]));
}

/** The vendors in view that have one of these values, which follow each other in the column's order. */
export function withValues(
  db: Db,
  view: View,
  column: VendorColumn,
  wanted: readonly Value[]
): Promise<VendorFigures[]> {
  const { sql, parameters } = ofValues(`(${columns[column]})`, wanted);
  return vendorsWhere(db, view, `(${sql})`, parameters);
}

/** Vendors with so many answers that are not at target, by the band of their pooled rate; null where nothing applies. */
export interface VendorCount {
  missed: number;
  band: number | null;
  vendors: number;
}

export function counts(db: Db, view: View): Promise<VendorCount[]> {
  return ask(
    db,
    view,
    `select applicable - attained as missed, count(*)::int as vendors,
       (case when applicable > 0 then ${bandIndex(view.filters.edges.length)} end)::int as band
     from ${vendorSums} group by all`
  );
}

/** Those of the vendors in view that meet a condition on their sums, each under the first of its spellings. */
export async function vendorsWhere(
  db: Db,
  view: View,
  condition: string,
  parameters?: Parameters
): Promise<VendorFigures[]> {
  const rows = await ask<Omit<VendorFigures, 'rate' | 'bands'> & { bands: Tally }>(
    db,
    view,
    vendorsSql(condition),
    parameters
  );
  return rows.map((row) => ({
    vendor: row.vendor,
    size: row.size,
    products: row.products,
    rated: row.rated,
    applicable: row.applicable,
    attained: row.attained,
    rate: rate(row),
    effort: row.effort,
    corridors: row.corridors,
    bands: bandCounts(view, row.bands)
  }));
}
