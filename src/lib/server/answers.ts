import { BLANK, countsAs, type Answer } from '#lib/maturity/answer.ts';
import type { AnswerFigures } from '#lib/maturity/figures.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const byCriterionSql = `
  select code as criterion, case when answer > 0 then answer::int end as level, c.target::int as target,
    gap::int as gap,
    case when not applies then 'not_applicable' when answer > 0 then 'level' else 'unanswered' end as state,
    answer = $blank as blank,
    fix.declared is not null as corrected, contest.declared is not null as contested,
    coalesce(fix.declared, answer)::int as "declaredAnswer", c.scope = 'common' as common
  from cell_in_view
  join product_in_view on product_in_view.id = cell_in_view.response_id
  join criterion_in_view c using (position)
  left join correction fix on fix.response_id = cell_in_view.response_id and fix.position = c.position
    and fix.kind = 'corrected' and fix.retracted_at is null
  left join correction contest on contest.response_id = cell_in_view.response_id and contest.position = c.position
    and contest.kind = 'contested' and contest.retracted_at is null
  where product_id = $product
  order by c.position`;

interface AnswerRow extends Omit<AnswerFigures, 'declared'> {
  declaredAnswer: Answer;
  common: boolean;
}

/** What one product in view says of each criterion in view, in the questionnaire's order. */
export async function byCriterion(db: Db, view: View, productId: string): Promise<AnswerFigures[]> {
  const parameters = { product: productId, blank: BLANK };
  const rows = await ask<AnswerRow>(db, view, byCriterionSql, parameters);
  return rows.map(({ declaredAnswer, common, ...row }) => ({
    criterion: row.criterion,
    level: row.level,
    target: row.target,
    gap: row.gap,
    state: row.state,
    blank: row.blank,
    corrected: row.corrected,
    declared: countsAs(declaredAnswer, common ? 'common' : 'conditional'),
    contested: row.contested
  }));
}
