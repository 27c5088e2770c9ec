import type { Db } from './sql.ts';
import { ask, bandIndex, type View } from './view.ts';

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

/** The band with one more criterion attained, which was counted already or, where the setting left it out, was not. */
function laterBand(edges: number, further: 0 | 1): string {
  return bandIndex(edges, { attained: 'attained + 1', applicable: `applicable + ${further}` });
}

/** A product's next band is the same whichever criterion it gains: worked out once a product, not once an answer. */
function byCriterionSql(edges: number): string {
  return `
  select code, coalesce(gaining, 0)::int as gaining, coalesce(rising, 0)::int as rising,
    coalesce(entering, 0)::int as entering
  from criterion_in_view
  left join (
    select position, count(*) as gaining,
      count(*) filter (later is distinct from band) as rising,
      count(*) filter (later is distinct from band and later = ${edges}) as entering
    from (
      select position, band, if(counted, later_counted, later_uncounted) as later
      from cell_in_view
      join (
        select id, band, ${laterBand(edges, 0)} as later_counted, ${laterBand(edges, 1)} as later_uncounted
        from product_in_view
      ) product on product.id = response_id
      where applies and answer < target
    )
    group by position
  ) using (position)
  order by position`;
}

/**
 * One row a criterion in view, in the questionnaire's order, all by one question. Bands are over the criteria in view
 * and decided in whole numbers; all other answers stay as they are. Where unanswered criteria are left out, one that is
 * attained would be counted again.
 */
export function byCriterion(db: Db, view: View): Promise<IfAttained[]> {
  return ask<IfAttained>(db, view, byCriterionSql(view.filters.edges.length));
}
