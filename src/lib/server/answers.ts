import { BLANK, countsAs, type Answer } from '#lib/maturity/answer.ts';
import type { AnswerFigures } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const answerColumns = `
    code as criterion, case when answer > 0 then answer::int end as level, c.target::int as target, gap::int as gap,
    case when not applies then 'not_applicable' when answer > 0 then 'level' else 'unanswered' end as state,
    answer = $blank as blank,
    fix.declared is not null as corrected, contest.declared is not null as contested,
    coalesce(fix.declared, answer)::int as "declaredAnswer", c.scope = 'common' as common`;

const answersInView = `
  from cell_in_view
  join product_in_view on product_in_view.id = cell_in_view.response_id
  join criterion_in_view c using (position)
  left join correction fix on fix.response_id = cell_in_view.response_id and fix.position = c.position
    and fix.kind = 'corrected' and fix.retracted_at is null
  left join correction contest on contest.response_id = cell_in_view.response_id and contest.position = c.position
    and contest.kind = 'contested' and contest.retracted_at is null`;

const byCriterionSql = `
  select ${answerColumns} ${answersInView}
  where product_id = $product
  order by c.position`;

interface AnswerRow extends Omit<AnswerFigures, 'declared'> {
  declaredAnswer: Answer;
  common: boolean;
}

function answerFigures({ declaredAnswer, common, ...row }: AnswerRow): AnswerFigures {
  const { criterion, level, target, gap, state, blank, corrected, contested } = row;
  const declared = countsAs(declaredAnswer, common ? 'common' : 'conditional');
  return { criterion, level, target, gap, state, blank, corrected, declared, contested };
}

/** What one product in view says of each criterion in view, in the questionnaire's order. */
export async function byCriterion(db: Db, view: View, productId: string): Promise<AnswerFigures[]> {
  const parameters = { product: productId, blank: BLANK };
  return (await ask<AnswerRow>(db, view, byCriterionSql, parameters)).map(answerFigures);
}

const ofProductsSql = `
  select product_id as id, ${answerColumns} ${answersInView}
  where list_contains($products, product_id)
  order by product_id, c.position`;

/** What several products in view say of each criterion in view. */
export async function ofProducts(
  db: Db,
  view: View,
  products: readonly string[]
): Promise<(AnswerFigures & { id: string })[]> {
  const rows = await ask<AnswerRow & { id: string }>(db, view, ofProductsSql, { products, blank: BLANK });
  return rows.map((row) => ({ id: row.id, ...answerFigures(row) }));
}
