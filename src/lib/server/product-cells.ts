/**
 * SQL of the products in view by vendor, then name, each with its vendor's size in the campaign and, in `cells`, a letter for
 * every criterion in view in the questionnaire's order, as `letter` makes it of a row of `cell_in_view`.
 */
export function productCells(letter: string): string {
  return `
  select product_id as id, product, vendor, vendor_key as "vendorKey", corridor,
    vendor_products as "vendorProducts", coalesce(cells, '') as cells
  from product_in_view
  join (
    select vendor_key, count(*)::int as vendor_products
    from response where campaign_id = $campaign and in_force
    group by vendor_key
  ) as sized using (vendor_key)
  left join (
    select response_id, string_agg(${letter}, '' order by position) as cells
    from cell_in_view
    group by response_id
  ) as told on told.response_id = product_in_view.id
  order by vendor_key, product, product_id`;
}
