import { bandsOf } from '#lib/maturity/bands.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** What a product says of one criterion. */
export interface ProductAnswer {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  /** From 1; null where no level was chosen. */
  level: number | null;
  state: 'level' | 'unanswered' | 'not_applicable';
}

const byProductSql = `
  select product_id as id, product, vendor, corridor, case when answer > 0 then answer::int end as level,
    case when not applies then 'not_applicable' when answer > 0 then 'level' else 'unanswered' end as state
  from cell_in_view
  join product_in_view on product_in_view.id = response_id
  join criterion_in_view c using (position)
  where c.code = $code
  order by vendor_key, product, product_id`;

/** The answers of the products in view to the criterion of this code, by vendor, then product. */
export function byProduct(db: Db, view: View, code: string): Promise<ProductAnswer[]> {
  return ask<ProductAnswer>(db, view, byProductSql, { code });
}

/** The bands of the products in view as they are, and if all to which the criterion applies attained it. */
export interface BandsIfAttained {
  before: { rated: number; bands: BandCount[] };
  after: { rated: number; bands: BandCount[] };
  /** Products that would attain it and don't. */
  gaining: number;
  /** Of these, those that would change band. */
  rising: number;
}

const ifAttainedSql = `
  with own as (
    select response_id, applies and not counted as added, applies and answer < c.target as gained
    from cell_in_view join criterion_in_view c using (position)
    where c.code = $code
  ),
  moved as (
    select band, coalesce(gained, false) as gained,
      applicable + coalesce(added, false)::int as applicable, attained + coalesce(gained, false)::int as attained
    from product_in_view left join own on own.response_id = product_in_view.id
  ),
  banded as (
    select *, case when applicable > 0
      then len(list_filter($edges, lambda e: 100 * attained >= e * applicable)) end as later
    from moved
  )
  select count(band)::int as "ratedBefore", count(later)::int as "ratedAfter",
    histogram(band::int)::map(int, int) as before, histogram(later::int)::map(int, int) as after,
    count(*) filter (gained)::int as gaining, count(*) filter (later is distinct from band)::int as rising
  from banded`;

type Tally = { key: number; value: number }[] | null;

interface Row {
  ratedBefore: number;
  ratedAfter: number;
  before: Tally;
  after: Tally;
  gaining: number;
  rising: number;
}

function bandCounts(view: View, tally: Tally): BandCount[] {
  const products = new Map(tally?.map(({ key, value }) => [key, value]));
  return bandsOf(view.filters.edges).map((band, i) => ({ ...band, products: products.get(i) ?? 0 }));
}

/**
 * What attaining one criterion everywhere would change in the bands, decided in whole numbers. Where the view leaves
 * out unanswered criteria, one that is attained would be counted again.
 */
export async function ifAttained(db: Db, view: View, code: string): Promise<BandsIfAttained> {
  const [row] = await ask<Row>(db, view, `select * from (${ifAttainedSql})`, {
    code,
    edges: view.filters.edges
  });
  if (!row) throw new Error('an aggregate without a row');
  const { ratedBefore, ratedAfter, before, after, gaining, rising } = row;
  return {
    before: { rated: ratedBefore, bands: bandCounts(view, before) },
    after: { rated: ratedAfter, bands: bandCounts(view, after) },
    gaining,
    rising
  };
}
