import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** What attaining one criterion everywhere would change among the products in view. */
export interface IfAttained {
  code: string;
  /** Products that would attain it and don't. */
  gaining: number;
  /** Of these, those that would change band. */
  rising: number;
  /** Of these, those that would come into the highest band. */
  entering: number;
}

const gainedSql = `
  select position, band, attained + 1 as attained, applicable + (not counted)::int as applicable
  from cell_in_view join product_in_view on product_in_view.id = response_id
  where applies and answer < target`;

const movedSql = `
  select position, band, len(list_filter($edges, lambda e: 100 * attained >= e * applicable)) as later
  from (${gainedSql})`;

const byCriterionSql = `
  select code, coalesce(gaining, 0)::int as gaining, coalesce(rising, 0)::int as rising,
    coalesce(entering, 0)::int as entering
  from criterion_in_view
  left join (
    select position, count(*) as gaining,
      count(*) filter (later is distinct from band) as rising,
      count(*) filter (later is distinct from band and later = len($edges)) as entering
    from (${movedSql})
    group by position
  ) using (position)
  order by position`;

/**
 * One row a criterion in view, in the questionnaire's order, all by one question. Bands are over the criteria in view
 * and decided in whole numbers; all other answers stay as they are. Where unanswered criteria are left out, one that is
 * attained would be counted again.
 */
export function byCriterion(db: Db, view: View): Promise<IfAttained[]> {
  return ask<IfAttained>(db, view, byCriterionSql, { edges: view.filters.edges });
}
