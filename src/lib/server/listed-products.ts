import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import { rate, type ProductFigures } from '#lib/maturity/figures.ts';
import { ofValues, valuesSql, type Value, type ValueCount } from './list-part.ts';
import type { Db, Parameters } from './sql.ts';
import { ask, bandIndex, type View } from './view.ts';

function productsSql(condition: string): string {
  return `
  select product_id as id, product, vendor, corridor, applicable::int as applicable, attained::int as attained,
    band::int as band, effort::int as effort
  from product_in_view where ${condition}
  order by vendor_key, product, product_id`;
}

type ProductRow = Omit<ProductFigures, 'rate' | 'band'> & { band: number | null };

/** Those that so many further criteria would lift into a higher band. */
export function nearHigherBand(db: Db, view: View, further: number): Promise<ProductFigures[]> {
  const lifted = { attained: `attained + ${further}`, applicable: 'applicable' };
  return productsWhere(db, view, `${bandIndex(view.filters.edges.length, lifted)} > band`);
}

/** Columns that products are listed by. */
const columns = {
  product: 'product',
  vendor: 'vendor',
  corridor: 'corridor',
  applicable: 'applicable::int',
  attained: 'attained::int',
  missed: '(applicable - attained)::int',
  rate: 'rate',
  effort: 'effort::int'
};
export type ProductColumn = keyof typeof columns;

/** How many products in view have each value of a column. */
export function values(db: Db, view: View, column: ProductColumn): Promise<ValueCount[]> {
  return ask(db, view, valuesSql('product_in_view', columns[column]));
}

/** The products in view that have one of these values, which follow each other in the column's order. */
export function withValues(
  db: Db,
  view: View,
  column: ProductColumn,
  wanted: readonly Value[]
): Promise<ProductFigures[]> {
  const { sql, parameters } = ofValues(columns[column], wanted);
  return productsWhere(db, view, sql, parameters);
}

/** Those of the products in view that meet a condition, by vendor, then product. */
export async function productsWhere(
  db: Db,
  view: View,
  condition: string,
  parameters?: Parameters
): Promise<ProductFigures[]> {
  const keys = bandsOf(view.filters.edges).map(bandKey);
  const rows = await ask<ProductRow>(db, view, productsSql(condition), parameters);
  return rows.map(({ id, product, vendor, corridor, applicable, attained, band, effort }) => ({
    id,
    product,
    vendor,
    corridor,
    applicable,
    attained,
    rate: rate({ applicable, attained }),
    band: band === null ? null : (keys[band] ?? null),
    effort
  }));
}
