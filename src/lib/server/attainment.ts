import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import {
  rate,
  type BandCount,
  type CorridorFigures,
  type Counts,
  type CriterionFigures,
  type Overview,
  type ProductFigures,
  type ThemeFigures,
  type VendorFigures
} from '#lib/maturity/figures.ts';
import { wilson } from '#lib/maturity/interval.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** A DuckDB map as the driver gives it. */
type Tally = { key: number; value: number }[] | null;

function bandCounts(view: View, tally: Tally): BandCount[] {
  const products = new Map(tally?.map(({ key, value }) => [key, value]));
  return bandsOf(view.filters.edges).map((band, i) => ({ ...band, products: products.get(i) ?? 0 }));
}

const bandTally = 'histogram(band::int)::map(int, int) as bands';

const overviewSql = `
  select
    count(distinct vendor_key)::int as vendors,
    count(*)::int as products,
    count(rate)::int as rated,
    (select count(*) filter (scope = 'common')::int from criterion_in_view) as common,
    (select count(*) filter (scope = 'conditional')::int from criterion_in_view) as conditional,
    quantile_cont(rate, 0.5) as median,
    ${bandTally}
  from product_in_view`;

type OverviewRow = Omit<Overview, 'criteria' | 'bands'> & {
  common: number;
  conditional: number;
  bands: Tally;
};

/** The state of the campaign in view; the median is that of the rated products' rates. */
export async function overview(db: Db, view: View): Promise<Overview> {
  const [row] = await ask<OverviewRow>(db, view, overviewSql);
  if (!row) throw new Error('an aggregate without a row');
  const { vendors, products, rated, common, conditional, median, bands } = row;
  return {
    vendors,
    products,
    rated,
    criteria: { common, conditional },
    median,
    bands: bandCounts(view, bands)
  };
}

/** What is counted of one criterion's cells, whichever products they are grouped by. */
export const criterionColumns = `
    c.code, c.theme, c.scope, c.target::int as target, c.level_count::int as "levelCount",
    count(*) filter (counted)::int as applicable,
    count(*) filter (answer >= c.target)::int as attained,
    count(*) filter (applies and answer <= 0)::int as unanswered,
    count(*) filter (not applies)::int as "notApplicable",
    (histogram(answer::int) filter (answer > 0))::map(int, int) as answers`;

const byCriterionSql = `
  select ${criterionColumns}
  from criterion_in_view c left join cell_in_view using (position)
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

const byProductSql = `
  select product_id as id, product, vendor, corridor, applicable::int as applicable, attained::int as attained,
    band::int as band, effort::int as effort
  from product_in_view
  order by vendor_key, product, product_id`;

type ProductRow = Omit<ProductFigures, 'rate' | 'band'> & { band: number | null };

/** One row a product in view, by vendor, then product. */
export async function byProduct(db: Db, view: View): Promise<ProductFigures[]> {
  const keys = bandsOf(view.filters.edges).map(bandKey);
  const rows = await ask<ProductRow>(db, view, byProductSql);
  return rows.map(({ id, product, vendor, corridor, applicable, attained, band, effort }) => ({
    id,
    product,
    vendor,
    corridor,
    applicable,
    attained,
    rate: rate({ applicable, attained }),
    band: band === null ? null : (keys[band] ?? null),
    effort
  }));
}

const byThemeSql = `
  select c.theme, count(distinct c.position)::int as criteria,
    count(*) filter (counted)::int as applicable, count(*) filter (answer >= c.target)::int as attained
  from criterion_in_view c left join cell_in_view using (position)
  group by c.theme
  order by min(c.position)`;

/** One row a theme in view, in the questionnaire's order. */
export async function byTheme(db: Db, view: View): Promise<ThemeFigures[]> {
  const rows = await ask<Omit<ThemeFigures, 'rate'>>(db, view, byThemeSql);
  return rows.map((row) => ({ ...row, rate: rate(row) }));
}

const byCorridorSql = `
  select corridor, count(distinct vendor_key)::int as vendors, count(*)::int as products, count(rate)::int as rated,
    quantile_cont(rate, 0.25) as q1, quantile_cont(rate, 0.5) as median, quantile_cont(rate, 0.75) as q3,
    sum(applicable)::int as applicable, sum(attained)::int as attained,
    ${bandTally}
  from product_in_view
  group by corridor
  order by corridor`;

/** One row a corridor in view, `''` standing for products without one. */
export async function byCorridor(db: Db, view: View): Promise<CorridorFigures[]> {
  const rows = await ask<Omit<CorridorFigures, 'rate' | 'bands'> & { bands: Tally }>(db, view, byCorridorSql);
  return rows.map((row) => ({ ...row, rate: rate(row), bands: bandCounts(view, row.bands) }));
}

const rateBinsSql = `
  select least(100 * attained // applicable, 99)::int as "from", count(*)::int as products
  from product_in_view where applicable > 0
  group by 1 order by 1`;

/** Products by whole per cent of their rate, empty bins left out; 100 % is in the last, with 99. */
export function rateBins(db: Db, view: View): Promise<{ from: number; products: number }[]> {
  return ask(db, view, rateBinsSql);
}

const gapsSql = `
  select count(*)::int as gaps, count(*) filter (target - answer = 1)::int as one
  from cell_in_view where counted and answer > 0 and answer < target`;

/** Declared levels below the target, and how many of them are one level below. */
export async function gaps(db: Db, view: View): Promise<{ gaps: number; one: number }> {
  const [row] = await ask<{ gaps: number; one: number }>(db, view, gapsSql);
  return row ?? { gaps: 0, one: 0 };
}

const byVendorSql = `
  select min(vendor) as vendor, count(*)::int as products,
    sum(applicable)::int as applicable, sum(attained)::int as attained
  from product_in_view
  group by vendor_key
  order by vendor_key`;

/** One row a vendor in view, under the first of its spellings. */
export async function byVendor(db: Db, view: View): Promise<VendorFigures[]> {
  const rows = await ask<Omit<VendorFigures, 'rate'>>(db, view, byVendorSql);
  return rows.map(({ vendor, products, applicable, attained }) => ({
    vendor,
    products,
    applicable,
    attained,
    rate: rate({ applicable, attained })
  }));
}
