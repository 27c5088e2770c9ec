import type { CriterionFigures } from '#lib/maturity/figures.ts';
import type {
  CriterionFacts,
  CrossedFacts,
  Denominator,
  WholeCriterionFacts
} from '#lib/maturity/publication/facts.ts';
import * as attainment from './attainment.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const vendorsSql = `
  select code, count(distinct vendor_key)::int as vendors
  from answer
  join response_in_view on response_in_view.id = answer.response_id
  join criterion_in_view using (position)
  where list_contains($open, code) and answer >= applies_from
  group by code`;

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

interface CriteriaAsked {
  byCorridor: boolean;
  /** Products of the vendor that has most of them, at least 1. */
  largestVendor: number;
  /** Whether it does not matter how many vendors there are beyond the fewest that there can be. */
  isSettled: (atFewest: Denominator) => boolean;
}

/** With the fewest vendors that so many products can be of. */
function atFewest(
  { code, applicable, attained }: CriterionFigures,
  largestVendor: number
): WholeCriterionFacts {
  const ratedVendors = Math.ceil(applicable / largestVendor);
  return { code, corridor: null, rated: applicable, ratedVendors, attained };
}

async function whole(
  db: Db,
  view: View,
  { largestVendor, isSettled }: CriteriaAsked
): Promise<WholeCriterionFacts[]> {
  const facts = (await attainment.byCriterion(db, view)).map((figures) => atFewest(figures, largestVendor));
  const open = facts.filter((one) => !isSettled(one)).map(({ code }) => code);
  if (open.length === 0) return facts;
  const counted = await ask<{ code: string; vendors: number }>(db, view, vendorsSql, { open });
  const vendors = new Map(counted.map((row) => [row.code, row.vendors]));
  return facts.map((one) => ({ ...one, ratedVendors: vendors.get(one.code) ?? one.ratedVendors }));
}

/**
 * One row a criterion, then one a criterion and corridor where asked. Of a criterion that is settled with the fewest vendors
 * that there can be, their number is told as these fewest. Cost: a scan of the campaign's answers for those by corridor, and
 * one for criteria that are not settled, which apply to few products.
 */
export async function list(db: Db, view: View, asked: CriteriaAsked): Promise<CriterionFacts[]> {
  if (asked.largestVendor === 0) return [];
  return [
    ...(await whole(db, view, asked)),
    ...(asked.byCorridor ? await ask<CrossedFacts>(db, view, crossedSql) : [])
  ];
}
