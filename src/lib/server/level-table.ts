import {
  notConcerned,
  type LevelCriterion,
  type LevelProduct,
  type LevelTable
} from '#lib/maturity/level-table.ts';
import { productCells } from './product-cells.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const criteriaSql = `
  select code, theme, scope, level_count::int as levels, target::int as target, obligation,
    title_fr as "titleFr", title_en as "titleEn", label_fr as "labelFr", label_en as "labelEn"
  from criterion
  where questionnaire_id = $questionnaire and position in (select position from criterion_in_view)
  order by position`;

/** « - » does not apply, « 0 » unanswered, « 1 » … « : » (for 10) its level. */
const productsSql = productCells("case when applies then chr(48 + greatest(answer, 0)) else '-' end");

type ProductRow = Omit<LevelProduct, 'levels'> & { cells: string };

function productOf({ cells, ...product }: ProductRow): LevelProduct {
  const levels = Int8Array.from(cells, (cell) => (cell === '-' ? notConcerned : cell.charCodeAt(0) - 48));
  return { ...product, levels };
}

export function criteria(db: Db, view: View): Promise<LevelCriterion[]> {
  return ask<LevelCriterion>(db, view, criteriaSql);
}

/** Every level in view: criteria in the questionnaire's order, products by vendor, then name. Cost: products × criteria. */
export async function read(db: Db, view: View): Promise<LevelTable> {
  const products = await ask<ProductRow>(db, view, productsSql);
  return { criteria: await criteria(db, view), products: products.map(productOf) };
}
