import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import {
  rate,
  type BandCount,
  type CorridorFigures,
  type Counts,
  type CriterionFigures,
  type Overview,
  type ProductFigures,
  type ThemeFigures
} from '#lib/maturity/figures.ts';
import { wilson } from '#lib/maturity/interval.ts';
import { all, first, type Db } from './sql.ts';
import { viewCtes, viewParameters, type View } from './view.ts';

/** A DuckDB map as the driver gives it. */
type Tally = { key: number; value: number }[] | null;

function bandCounts(view: View, tally: Tally): BandCount[] {
  const products = new Map(tally?.map(({ key, value }) => [key, value]));
  return bandsOf(view.filters.edges).map((band, i) => ({ ...band, products: products.get(i) ?? 0 }));
}

const bandTally = 'histogram(band::int)::map(int, int) as bands';

const overviewSql = `
  with ${viewCtes}
  select
    count(distinct vendor_key)::int as vendors,
    count(*)::int as products,
    count(rate)::int as rated,
    (select count_if(scope = 'common')::int from criterion_in_view) as common,
    (select count_if(scope = 'conditional')::int from criterion_in_view) as conditional,
    quantile_cont(rate, 0.5) as median,
    ${bandTally}
  from product_in_view`;

type OverviewRow = Omit<Overview, 'criteria' | 'bands'> & { common: number; conditional: number; bands: Tally };

/** The state of the campaign in view; the median is that of the rated products' rates. */
export async function overview(db: Db, view: View): Promise<Overview> {
  const row = await first<OverviewRow>(db, overviewSql, viewParameters(view));
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

const byCriterionSql = `
  with ${viewCtes}
  select c.code, c.theme, c.scope, c.target::int as target, c.level_count::int as "levelCount",
    count_if(counted)::int as applicable,
    count_if(answer >= c.target)::int as attained,
    count_if(applies and answer <= 0)::int as unanswered,
    count_if(not applies)::int as "notApplicable",
    (histogram(answer::int) filter (answer > 0))::map(int, int) as answers
  from criterion_in_view c left join cell_in_view using (position)
  group by c.position, c.code, c.theme, c.scope, c.target, c.level_count
  order by c.position`;

type CriterionRow = Omit<CriterionFigures, 'rate' | 'low' | 'high' | 'levels'> & { levelCount: number; answers: Tally };

function interval({ attained, applicable }: Counts) {
  return applicable === 0 ? { low: null, high: null } : wilson(attained, applicable);
}

function levelCounts({ levelCount, answers }: CriterionRow): CriterionFigures['levels'] {
  const products = new Map(answers?.map(({ key, value }) => [key, value]));
  return Array.from({ length: levelCount }, (_, i) => ({ level: i + 1, products: products.get(i + 1) ?? 0 }));
}

function criterionFigures(row: CriterionRow): CriterionFigures {
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
  return (await all<CriterionRow>(db, byCriterionSql, viewParameters(view))).map(criterionFigures);
}

const byProductSql = `
  with ${viewCtes}
  select product_id as id, product, vendor, corridor, applicable::int as applicable, attained::int as attained,
    band::int as band, effort::int as effort
  from product_in_view
  order by vendor_key, product, product_id`;

type ProductRow = Omit<ProductFigures, 'rate' | 'band'> & { band: number | null };

/** One row a product in view, by vendor, then product. */
export async function byProduct(db: Db, view: View): Promise<ProductFigures[]> {
  const keys = bandsOf(view.filters.edges).map(bandKey);
  const rows = await all<ProductRow>(db, byProductSql, viewParameters(view));
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
  with ${viewCtes}
  select c.theme, count(distinct c.position)::int as criteria,
    count_if(counted)::int as applicable, count_if(answer >= c.target)::int as attained
  from criterion_in_view c left join cell_in_view using (position)
  group by c.theme
  order by min(c.position)`;

/** One row a theme in view, in the questionnaire's order. */
export async function byTheme(db: Db, view: View): Promise<ThemeFigures[]> {
  const rows = await all<Omit<ThemeFigures, 'rate'>>(db, byThemeSql, viewParameters(view));
  return rows.map((row) => ({ ...row, rate: rate(row) }));
}

const byCorridorSql = `
  with ${viewCtes}
  select corridor, count(distinct vendor_key)::int as vendors, count(*)::int as products, count(rate)::int as rated,
    quantile_cont(rate, 0.25) as q1, quantile_cont(rate, 0.5) as median, quantile_cont(rate, 0.75) as q3,
    sum(applicable)::int as applicable, sum(attained)::int as attained,
    ${bandTally}
  from product_in_view
  group by corridor
  order by corridor`;

/** One row a corridor in view, `''` standing for products without one. */
export async function byCorridor(db: Db, view: View): Promise<CorridorFigures[]> {
  const rows = await all<Omit<CorridorFigures, 'rate' | 'bands'> & { bands: Tally }>(
    db,
    byCorridorSql,
    viewParameters(view)
  );
  return rows.map((row) => ({ ...row, rate: rate(row), bands: bandCounts(view, row.bands) }));
}
