import type { Matrix, MatrixCriterion, MatrixProduct } from '#lib/maturity/matrix.ts';
import { productCells } from './product-cells.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const criteriaSql = `
  select code, theme, scope, target::int as target from criterion_in_view order by position`;

const productsSql = productCells(
  "case when answer >= target then '1' when answer > 0 then '0' when applies then '?' else '-' end"
);

/** Every answer in view: criteria in the questionnaire's order, products by vendor, then name. */
export async function read(db: Db, view: View): Promise<Matrix> {
  return {
    criteria: await ask<MatrixCriterion>(db, view, criteriaSql),
    products: await ask<MatrixProduct>(db, view, productsSql),
    unanswered: view.filters.unanswered
  };
}
