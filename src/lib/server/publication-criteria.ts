import type { CriterionFacts, CrossedFacts, WholeCriterionFacts } from '#lib/maturity/publication/facts.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** One bit a vendor: a set of each criterion's vendors would take a hundred times the room. */
function wholeSql(vendors: number): string {
  return `
  , numbered as (select id, dense_rank() over (order by vendor_key)::int as vendor from response_in_view)
  select code, null as corridor, count(*) filter (answer >= applies_from)::int as rated,
    coalesce(bit_count(bitstring_agg(vendor, 1, ${vendors}) filter (answer >= applies_from)), 0)::int as "ratedVendors",
    count(*) filter (answer >= target)::int as attained
  from answer
  join numbered on numbered.id = answer.response_id
  join criterion_in_view using (position)
  group by position, code
  order by position`;
}

const crossedSql = `
  , of_vendor as (
    select position, corridor, vendor_key,
      count(*) filter (answer >= applies_from) as rated, count(*) filter (answer >= target) as attaining
    from answer
    join response_in_view on response_in_view.id = answer.response_id
    join criterion_in_view using (position)
    group by position, corridor, vendor_key
  )
  select code, corridor,
    sum(rated)::int as rated, count(*) filter (rated > 0)::int as "ratedVendors", max(rated)::int as "largestVendor",
    sum(attaining)::int as attained, (sum(attaining) - max(attaining))::int as "attainingWithoutOne"
  from of_vendor join criterion_in_view using (position)
  group by position, code, corridor
  order by position, corridor`;

/** One row a criterion, then one a criterion and corridor where asked. Cost: a scan of the campaign's answers for each. */
export async function list(db: Db, view: View, byCorridor: boolean): Promise<CriterionFacts[]> {
  const [counted] = await ask<{ vendors: number }>(
    db,
    view,
    'select count(distinct vendor_key)::int as vendors from response_in_view'
  );
  if (!counted || counted.vendors === 0) return [];
  const whole = await ask<WholeCriterionFacts>(db, view, wholeSql(counted.vendors));
  return [...whole, ...(byCorridor ? await ask<CrossedFacts>(db, view, crossedSql) : [])];
}
