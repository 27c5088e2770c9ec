import type { Counts } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** A criterion that products in view miss: by how many of those to which it applies, and by how many levels in all. */
export interface MissedCriterion extends Counts {
  criterion: string;
  target: number;
  missed: number;
  effort: number;
}

const byCriterionSql = `
  select c.code as criterion, c.target::int as target, count(*) filter (counted)::int as applicable,
    count(*) filter (answer >= c.target)::int as attained, count(*) filter (gap > 0)::int as missed,
    sum(gap)::int as effort
  from criterion_in_view c join cell_in_view using (position)
  group by c.position, c.code, c.target
  having count(*) filter (gap > 0) > 0
  order by missed desc, effort desc, c.position`;

/** The criteria that a product in view misses, the most widely missed first. */
export function byCriterion(db: Db, view: View): Promise<MissedCriterion[]> {
  return ask<MissedCriterion>(db, view, byCriterionSql);
}

/** One applicable answer below target; `level` is null where there is no answer. */
export interface MissedAnswer {
  id: string;
  product: string;
  corridor: string;
  criterion: string;
  level: number | null;
  target: number;
  /** Missing levels. */
  gap: number;
}

const byProductSql = `
  select product_id as id, product, corridor, code as criterion, case when answer > 0 then answer::int end as level,
    c.target::int as target, gap::int as gap
  from cell_in_view
  join product_in_view on product_in_view.id = cell_in_view.response_id
  join criterion_in_view c using (position)
  where gap > 0
  order by vendor_key, product, product_id, c.position`;

/** All that the products in view miss, by product, then in the questionnaire's order. */
export function byProduct(db: Db, view: View): Promise<MissedAnswer[]> {
  return ask<MissedAnswer>(db, view, byProductSql);
}
