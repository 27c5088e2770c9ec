import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { bandOfKey, type Edges } from '#lib/maturity/bands.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { Overview, ProductFigures } from '#lib/maturity/figures.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as listed from '#lib/server/listed-products.ts';
import type { ProductColumn } from '#lib/server/listed-products.ts';
import type { Store } from '#lib/server/store.ts';
import { alphabet, compare, placeOf, type Part } from './list-part.ts';
import { parseListSort, type ListSort } from './list-sort.ts';
import { lowestBandTitle } from './lowest-band.ts';
import { noProduct } from './no-product.ts';

export const productColumns = [
  'product',
  'vendor',
  'corridor',
  'applicable',
  'attained',
  'missed',
  'rate',
  'effort'
] as const satisfies readonly ProductColumn[];

export type ProductSort = ListSort<ProductColumn>;

/** By default the most attained first. */
export function parseProductSort(text: string | null): ProductSort {
  return parseListSort(text, productColumns, { column: 'rate', down: true });
}

/** A product's line; `missed` are the criteria that apply and are not attained. */
export interface ProductLine extends ProductFigures {
  missed: number;
  /** Index of its band among the view's; absent where nothing applies. */
  bandIndex?: number;
}

export interface ProductsReport {
  headline: string;
  lede: string[];
  overview: Overview;
}

/** Those of one value follow each other by name. */
function sorted(lines: readonly ProductLine[], { column, down }: ProductSort, locale: Locale): ProductLine[] {
  const collator = alphabet(locale);
  return lines.toSorted(
    (a, b) =>
      compare(a[column], b[column], down, collator) ||
      collator.compare(a.product, b.product) ||
      collator.compare(a.vendor, b.vendor)
  );
}

function headline({ products, rated, bands, median }: Overview, isFiltered: boolean, locale: Locale): string {
  const lowest = bands[0];
  if (products === 0) return noProduct(isFiltered, locale);
  if (rated === 0 || !lowest)
    return say(
      locale,
      "Aucun critère ne s'applique à ces produits",
      'No criterion applies to these products'
    );
  if (rated === 1)
    return say(
      locale,
      `L'unique produit déclare atteindre ${percent(median, locale)} de ses critères`,
      `The only product declares that it attains ${percent(median, locale)} of its criteria`
    );
  return lowestBandTitle(lowest.products, rated, lowest.to, 'product', locale);
}

function lede({ rated, median }: Overview, locale: Locale): string[] {
  if (rated < 5 || median === null) return [];
  return [
    say(
      locale,
      `Le produit médian en atteint ${percent(median, locale, 1)}. Chaque produit est compté sur les seuls critères qui s'appliquent à lui.`,
      `The median product attains ${percent(median, locale, 1)} of them. Each product is counted over the criteria that apply to it alone.`
    )
  ];
}

function lineOf(product: ProductFigures, edges: Edges): ProductLine {
  const { applicable, attained, band } = product;
  return { ...product, missed: applicable - attained, bandIndex: bandOfKey(band, edges) };
}

/** What the products of what was asked come to. */
export async function productsReport(
  store: Store,
  { view }: AskedView,
  locale: Locale
): Promise<ProductsReport> {
  const overview = await store.read((db) => attainment.overview(db, view));
  const isFiltered = formatFilters(view.filters).length > 0;
  return { headline: headline(overview, isFiltered, locale), lede: lede(overview, locale), overview };
}

/** All products of what was asked, in the order asked. */
export async function productLines(
  store: Store,
  { view }: AskedView,
  sort: ProductSort,
  locale: Locale
): Promise<ProductLine[]> {
  const products = await store.read((db) => attainment.byProduct(db, view));
  const lines = products.map((product) => lineOf(product, view.filters.edges));
  return sorted(lines, sort, locale);
}

/** A part of them: of a hundred thousand, what a page shows is read alone. */
export async function productPart(
  store: Store,
  { view }: AskedView,
  sort: ProductSort,
  locale: Locale,
  part: Part
): Promise<ProductLine[]> {
  const { column, down } = sort;
  const collator = alphabet(locale);
  return store.read(async (db) => {
    const counts = await listed.values(db, view, column);
    const { values, after } = placeOf(counts, (a, b) => compare(a, b, down, collator), part);
    const products = await listed.withValues(db, view, column, values);
    const lines = products.map((product) => lineOf(product, view.filters.edges));
    return sorted(lines, sort, locale).slice(after, after + part.length);
  });
}
