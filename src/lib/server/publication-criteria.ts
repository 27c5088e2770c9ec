import type { CriterionFacts } from '#lib/maturity/publication/facts.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

function sqlFor(byCorridor: boolean): string {
  const sets = byCorridor
    ? '(position, vendor_key), (position, corridor, vendor_key)'
    : '(position, vendor_key)';
  return `
  , of_vendor as (
    select position, ${byCorridor ? 'corridor, grouping(corridor) = 1' : 'null as corridor, true'} as whole,
      count(*) filter (answer >= applies_from) as rated, count(*) filter (answer >= target) as attaining
    from answer
    join response_in_view on response_in_view.id = answer.response_id
    join criterion_in_view using (position)
    group by grouping sets (${sets})
  )
  select code, case when not whole then corridor end as corridor,
    sum(rated)::int as rated, count(*) filter (rated > 0)::int as "ratedVendors", max(rated)::int as "largestVendor",
    sum(attaining)::int as attained, (sum(attaining) - max(attaining))::int as "attainingWithoutOne"
  from of_vendor join criterion_in_view using (position)
  group by position, code, whole, corridor
  order by position, whole desc, corridor`;
}

/** One row a criterion, and one a criterion and corridor where asked. Cost: one scan of the campaign's answers. */
export function list(db: Db, view: View, byCorridor: boolean): Promise<CriterionFacts[]> {
  return ask<CriterionFacts>(db, view, sqlFor(byCorridor));
}
