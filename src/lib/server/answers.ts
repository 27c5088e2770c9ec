import { BLANK } from '#lib/maturity/answer.ts';
import type { AnswerFigures } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const answerColumns = `
    code as criterion, case when answer > 0 then answer::int end as level, c.target::int as target, gap::int as gap,
    case when not applies then 'not_applicable' when answer > 0 then 'level' else 'unanswered' end as state,
    answer = $blank as blank`;

const answersInView = `
  from cell_in_view
  join product_in_view on product_in_view.id = cell_in_view.response_id
  join criterion_in_view c using (position)`;

const byCriterionSql = `
  select ${answerColumns} ${answersInView}
  where product_id = $product
  order by c.position`;

/** What one product in view says of each criterion in view, in the questionnaire's order. */
export function byCriterion(db: Db, view: View, productId: string): Promise<AnswerFigures[]> {
  return ask<AnswerFigures>(db, view, byCriterionSql, { product: productId, blank: BLANK });
}

const ofProductsSql = `
  select product_id as id, ${answerColumns} ${answersInView}
  where list_contains($products, product_id)
  order by product_id, c.position`;

/** What several products in view say of each criterion in view. */
export function ofProducts(
  db: Db,
  view: View,
  products: readonly string[]
): Promise<(AnswerFigures & { id: string })[]> {
  return ask(db, view, ofProductsSql, { products, blank: BLANK });
}
