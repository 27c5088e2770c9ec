import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { criterionColumns, criterionFigures, type CriterionRow } from './attainment.ts';
import type { Db } from './sql.ts';
import { answerCounts, ask, type View } from './view.ts';

/** One criterion over the products in view of one corridor, `''` standing for products without one. */
export interface CorridorCriterion extends CriterionFigures {
  corridor: string;
}

const byCriterionSql = `
  select corridor, ${criterionColumns}
  from criterion_in_view c
  join ${answerCounts('corridor, ')} using (position)
  where $code is null or c.code = $code
  group by c.position, c.code, c.theme, c.scope, c.target, c.level_count, corridor
  order by c.position, corridor`;

/** One row a criterion in view and corridor with a product in view; of one criterion where its code is given. */
export async function byCriterion(db: Db, view: View, code?: string): Promise<CorridorCriterion[]> {
  const rows = await ask<CriterionRow & { corridor: string }>(db, view, byCriterionSql, {
    code: code ?? null
  });
  return rows.map((row) => ({ corridor: row.corridor, ...criterionFigures(row) }));
}
