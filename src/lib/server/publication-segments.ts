import type { Segment, SegmentCounts, SegmentFacts } from '#lib/maturity/publication/facts.ts';
import * as segmentCounts from './publication-segment-counts.ts';
import { ofBands, slices, themePieces } from './publication-segment-counts.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** Counts of each vendor's part of each segment first, so that the vendor that matters most can be taken away. */
function factsSql(view: View, ofAllCriteria: boolean): string {
  return `
  , piece as (
    select null as theme_position, corridor, vendor_key, applicable, attained, band
    from product_score where ${ofAllCriteria}
    union all ${themePieces(view, 'list_contains($open_themes, theme_position)')}
  ), of_vendor as (
    select theme_position, corridor, grouping(corridor) = 1 as whole, vendor_key,
      count(band) as rated, count(*) filter (attained > 0) as attaining,
      ${ofBands(view, (band) => `count(*) filter (band = ${band})`)} as bands
    from piece
    where list_contains($open_corridors, corridor)
    group by grouping sets ((theme_position, corridor, vendor_key), (theme_position, vendor_key))
  )
  select theme, case when not whole then corridor end as corridor,
    count(*) filter (rated > 0)::int as "ratedVendors", max(rated)::int as "largestVendor",
    (sum(attaining) - max(attaining))::int as "attainingWithoutOne",
    ${ofBands(view, (band) => `(sum(rated - bands[${band + 1}]) - max(rated - bands[${band + 1}]))::int`)} as "outsideWithoutOne"
  from of_vendor left join theme_in_view using (theme_position)
  group by theme, theme_position, whole, corridor`;
}

type FactsRow = Pick<Segment, 'theme' | 'corridor'> & Omit<SegmentFacts, 'rated'>;

function keyOf({ theme, corridor }: Pick<Segment, 'theme' | 'corridor'>): string {
  return JSON.stringify([theme, corridor]);
}

/** Of the segments given; the whole campaign's only where all its corridors are asked about. */
async function factsOf(db: Db, view: View, open: readonly SegmentCounts[], all: readonly SegmentCounts[]) {
  const asked = open.some(({ corridor }) => corridor === null) ? all : open;
  const open_corridors = [...new Set(asked.flatMap(({ corridor }) => corridor ?? []))];
  const isOpen = new Set(open.map(({ theme }) => theme));
  const themes = (await segmentCounts.themesOf(db, view)).filter(({ theme }) => isOpen.has(theme));
  const facts = new Map<string, FactsRow>();
  for (const some of slices([...(isOpen.has(null) ? [null] : []), ...themes], all[0]?.products ?? 0)) {
    const open_themes = some.flatMap((theme) => theme?.position ?? []);
    const sql = factsSql(view, some.includes(null));
    for (const row of await ask<FactsRow>(db, view, sql, { open_themes, open_corridors }))
      facts.set(keyOf(row), row);
  }
  return facts;
}

/** What is left for certain when so many products are taken away, whosever they are. */
function bounded(row: SegmentCounts, largestVendor: number): Segment {
  const left = (products: number) => Math.max(0, products - largestVendor);
  return {
    ...row,
    ratedVendors: Math.ceil(row.rated / largestVendor),
    largestVendor,
    attainingWithoutOne: left(row.attaining),
    outsideWithoutOne: row.bands.map((inside) => left(row.rated - inside))
  };
}

/** Products of the vendor that has most of them. */
export async function largestVendor(db: Db, view: View): Promise<number> {
  const [row] = await ask<{ most: number | null }>(
    db,
    view,
    'select max(products)::int as most from (select count(*) as products from response_chosen group by vendor_key)'
  );
  return row?.most ?? 0;
}

/**
 * Every segment that has a product, the whole first. What a vendor's leaving does is told for certain of those that are
 * not `settled` by what the largest vendor's leaving would do at worst; of the others at worst. Of very many products few
 * are not settled, and counting each vendor's part of each segment costs far more than all else.
 */
export async function list(
  db: Db,
  view: View,
  isSettled: (atWorst: Segment) => boolean = () => false
): Promise<Segment[]> {
  const counts = await segmentCounts.list(db, view);
  if (counts.length === 0) return [];
  const largest = await largestVendor(db, view);
  const atWorst = counts.map((row) => bounded(row, largest));
  const open = atWorst.filter((row) => !isSettled(row));
  if (open.length === 0) return atWorst;
  const facts = await factsOf(db, view, open, counts);
  const isOpen = new Set(open.map(keyOf));
  return atWorst.map((row) => (isOpen.has(keyOf(row)) ? { ...row, ...facts.get(keyOf(row)) } : row));
}

type Place = Pick<Segment, 'theme' | 'corridor'>;

/** In their order; `''` for products without one. */
export function corridorsOf(rows: readonly Place[]): string[] {
  return rows.flatMap(({ theme, corridor }) => (theme === null && corridor !== null ? [corridor] : []));
}

export function themesOf(rows: readonly Place[]): string[] {
  return rows.flatMap(({ theme, corridor }) => (theme !== null && corridor === null ? [theme] : []));
}

/** Without the breakdowns by a dimension that has a single value. */
export function shown<Row extends Place>(rows: Row[]): Row[] {
  const byCorridor = corridorsOf(rows).length > 1;
  const byTheme = themesOf(rows).length > 1;
  return rows.filter(
    ({ theme, corridor }) => (theme === null || byTheme) && (corridor === null || byCorridor)
  );
}
