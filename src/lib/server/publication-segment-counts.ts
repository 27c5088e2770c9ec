import type { SegmentCounts } from '#lib/maturity/publication/facts.ts';
import type { Db } from './sql.ts';
import { ask, bandIndex, type View } from './view.ts';

/** So many scores of a product's theme are added up at a time: more take hundreds of megabytes. */
const mostAtATime = 1_200_000;

/** A list column with one SQL expression a band. */
export function ofBands({ filters }: View, sql: (band: number) => string): string {
  return `[${Array.from({ length: filters.edges.length + 1 }, (_, band) => sql(band)).join()}]`;
}

/** The products' scores over each theme's criteria, with the band that these make; a theme is named by its position. */
export function themePieces({ filters }: View, isAsked: string): string {
  const counts = { attained: 'theme_score.attained', applicable: 'theme_score.applicable' };
  return `
    select theme_position, corridor, vendor_key, theme_score.applicable, theme_score.attained,
      case when theme_score.applicable > 0 then ${bandIndex(filters.edges.length, counts)} end as band
    from theme_score join response_chosen on response_chosen.id = response_id
    where ${isAsked}`;
}

function columns(view: View): string {
  return `
    count(*)::int as products, count(band)::int as rated, count(*) filter (attained > 0)::int as attaining,
    sum(applicable)::int as applicable, sum(attained)::int as attained,
    ${ofBands(view, (band) => `count(*) filter (band = ${band})::int`)} as bands`;
}

function wholeSql(view: View): string {
  return `
  select null as theme, corridor, grouping(corridor) = 1 as whole, count(distinct vendor_key)::int as vendors,
    ${columns(view)}
  from product_score group by grouping sets ((), (corridor))
  having count(*) > 0
  order by whole desc, corridor`;
}

function themesSql(view: View, isAsked: string): string {
  return `
  , piece as (${themePieces(view, isAsked)}),
  counted as (
    select theme_position, corridor, grouping(corridor) = 1 as whole, ${columns(view)}
    from piece group by grouping sets ((theme_position), (theme_position, corridor))
  )
  select theme, counted.* exclude (theme_position) from counted join theme_in_view using (theme_position)
  order by theme_position, whole desc, corridor`;
}

type CountedRow = Omit<SegmentCounts, 'vendors'> & { whole: boolean };

/** A blank corridor is one; that of the whole campaign is null. */
function corridorOf({ whole, corridor }: Pick<CountedRow, 'whole' | 'corridor'>): string | null {
  return whole ? null : corridor;
}

/** In the questionnaire's order. */
export function themesOf(db: Db, view: View): Promise<{ theme: string; position: number }[]> {
  return ask(db, view, 'select theme, theme_position::int as position from theme_in_view order by position');
}

/** All themes at once, or where products are many a few at a time. */
export function slices<Theme>(
  themes: readonly Theme[],
  products: number,
  scoresAtATime = mostAtATime
): Theme[][] {
  const size = Math.max(1, Math.floor(scoresAtATime / products));
  return Array.from({ length: Math.ceil(themes.length / size) }, (_, i) =>
    themes.slice(i * size, (i + 1) * size)
  );
}

async function themeRows(
  db: Db,
  view: View,
  products: number,
  scoresAtATime?: number
): Promise<CountedRow[]> {
  const positions = (await themesOf(db, view)).map(({ position }) => position);
  const parts = slices(positions, products, scoresAtATime);
  if (parts.length === 1) return ask<CountedRow>(db, view, themesSql(view, 'true'));
  const rows: CountedRow[] = [];
  for (const some of parts) {
    const sql = themesSql(view, 'list_contains($some, theme_position)');
    rows.push(...(await ask<CountedRow>(db, view, sql, { some })));
  }
  return rows;
}

/** Every segment that has a product, the whole first. A theme's vendors and products are those of the place. */
export async function list(db: Db, view: View, scoresAtATime?: number): Promise<SegmentCounts[]> {
  const places = await ask<CountedRow & { vendors: number }>(db, view, wholeSql(view));
  const [all] = places;
  if (!all) return [];
  const vendors = new Map(places.map((row) => [corridorOf(row), row.vendors]));
  const themes = await themeRows(db, view, all.products, scoresAtATime);
  return [...places, ...themes].map(({ whole, corridor, ...row }) => {
    const place = corridorOf({ whole, corridor });
    return { ...row, corridor: place, vendors: vendors.get(place) ?? 0 };
  });
}
