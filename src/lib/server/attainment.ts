import {
  rate,
  type CorridorFigures,
  type Counts,
  type CriterionFigures,
  type Overview,
  type ProductFigures,
  type ThemeFigures,
  type VendorFigures
} from '#lib/maturity/figures.ts';
import { wilson } from '#lib/maturity/interval.ts';
import { themesOf } from '#lib/maturity/theme-figures.ts';
import { bandCounts, type Tally } from './band-counts.ts';
import { productsWhere } from './listed-products.ts';
import { vendorsWhere } from './listed-vendors.ts';
import type { Db } from './sql.ts';
import { criteriaCounts } from './criteria-counts.ts';
import { answerCounts, ask, type View } from './view.ts';

/** The counts of the products in view, or of some of them; `quartiles` null where none is rated. */
const productColumns = `
    count(*)::int as products, count(rate)::int as rated,
    quantile_cont(rate, [0.25, 0.5, 0.75]) as quartiles, histogram(band::int)::map(int, int) as bands`;

interface ProductsRow {
  vendors: number;
  products: number;
  rated: number;
  quartiles: [number, number, number] | null;
  bands: Tally;
}

const noQuartiles = [null, null, null];

function overviewOf(view: View, row: ProductsRow | undefined, criteria: Overview['criteria']): Overview {
  if (!row) throw new Error('an aggregate without a row');
  const { vendors, products, rated, quartiles, bands } = row;
  const [, median = null] = quartiles ?? noQuartiles;
  return { vendors, products, rated, criteria, median, bands: bandCounts(view, bands) };
}

const overviewSql = `select count(distinct vendor_key)::int as vendors, ${productColumns} from product_in_view`;

/** The state of the campaign in view; the median is that of the rated products' rates. */
export async function overview(db: Db, view: View): Promise<Overview> {
  const criteria = await criteriaCounts(db, view);
  const [row] = await ask<ProductsRow>(db, view, overviewSql);
  return overviewOf(view, row, criteria);
}

const standingSql = `
  select corridor, grouping(corridor) = 1 as "isWhole", len(list_distinct(list(vendor_key)))::int as vendors,
    ${productColumns},
    coalesce(sum(applicable), 0)::int as applicable, coalesce(sum(attained), 0)::int as attained
  from product_in_view
  group by grouping sets ((), (corridor))
  order by "isWhole" desc, corridor`;

interface StandingRow extends ProductsRow, Counts {
  corridor: string;
}

/** The state of the campaign in view, and of each of its corridors, in one question. */
export async function standing(
  db: Db,
  view: View
): Promise<{ overview: Overview; corridors: CorridorFigures[] }> {
  const criteria = await criteriaCounts(db, view);
  const [whole, ...corridors] = await ask<StandingRow>(db, view, standingSql);
  return {
    overview: overviewOf(view, whole, criteria),
    corridors: corridors.map((row) => corridorFigures(view, row))
  };
}

function corridorFigures(view: View, row: StandingRow): CorridorFigures {
  const { corridor, vendors, products, rated, quartiles, applicable, attained, bands } = row;
  const [q1 = null, median = null, q3 = null] = quartiles ?? noQuartiles;
  return {
    corridor,
    vendors,
    products,
    rated,
    q1,
    median,
    q3,
    applicable,
    attained,
    rate: rate(row),
    bands: bandCounts(view, bands)
  };
}

/** One row a corridor in view, `''` standing for products without one. */
export async function byCorridor(db: Db, view: View): Promise<CorridorFigures[]> {
  return (await standing(db, view)).corridors;
}

/** What is counted of one criterion's answers, as `answerCounts` gives them. */
export const criterionColumns = `
    c.code, c.theme, c.scope, c.target::int as target, c.level_count::int as "levelCount",
    coalesce(sum(products) filter (answer >= counted_from), 0)::int as applicable,
    coalesce(sum(products) filter (answer >= c.target), 0)::int as attained,
    coalesce(sum(products) filter (answer >= applies_from and answer <= 0), 0)::int as unanswered,
    coalesce(sum(products) filter (answer < applies_from), 0)::int as "notApplicable",
    list({key: answer::int, value: products::int}) filter (answer > 0) as answers`;

const byCriterionSql = `
  select ${criterionColumns}
  from criterion_in_view c left join ${answerCounts()} using (position)
  group by c.position, c.code, c.theme, c.scope, c.target, c.level_count
  order by c.position`;

export type CriterionRow = Omit<CriterionFigures, 'rate' | 'low' | 'high' | 'levels'> & {
  levelCount: number;
  answers: Tally;
};

function interval({ attained, applicable }: Counts) {
  return applicable === 0 ? { low: null, high: null } : wilson(attained, applicable);
}

function levelCounts({ levelCount, answers }: CriterionRow): CriterionFigures['levels'] {
  const products = new Map(answers?.map(({ key, value }) => [key, value]));
  return Array.from({ length: levelCount }, (_, i) => ({ level: i + 1, products: products.get(i + 1) ?? 0 }));
}

export function criterionFigures(row: CriterionRow): CriterionFigures {
  const { code, theme, scope, target, applicable, attained, unanswered, notApplicable } = row;
  return {
    code,
    theme,
    scope,
    target,
    applicable,
    attained,
    rate: rate(row),
    ...interval(row),
    levels: levelCounts(row),
    unanswered,
    notApplicable
  };
}

/** One row a criterion in view, in the questionnaire's order. */
export async function byCriterion(db: Db, view: View): Promise<CriterionFigures[]> {
  return (await ask<CriterionRow>(db, view, byCriterionSql)).map(criterionFigures);
}

/** One row a product in view, by vendor, then product. */
export function byProduct(db: Db, view: View): Promise<ProductFigures[]> {
  return productsWhere(db, view, 'true');
}

/** One row a theme in view, in the questionnaire's order. */
export async function byTheme(db: Db, view: View): Promise<ThemeFigures[]> {
  return themesOf(await byCriterion(db, view));
}

const rateBinsSql = `
  select least(100 * attained // applicable, 99)::int as "from", count(*)::int as products
  from product_in_view where applicable > 0
  group by 1 order by 1`;

/** Products by whole per cent of their rate, empty bins left out; 100 % is in the last, with 99. */
export function rateBins(db: Db, view: View): Promise<{ from: number; products: number }[]> {
  return ask(db, view, rateBinsSql);
}

/** One row a vendor in view, under the first of its spellings. */
export function byVendor(db: Db, view: View): Promise<VendorFigures[]> {
  return vendorsWhere(db, view, 'true');
}
