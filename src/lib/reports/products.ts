import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { isSingular, say } from '#lib/i18n/wording.ts';
import { bandOfKey } from '#lib/maturity/bands.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { Overview, ProductFigures } from '#lib/maturity/figures.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
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
] as const;
export type ProductColumn = (typeof productColumns)[number];

/** A column, and whether from its highest value down. */
export interface ProductSort {
  column: ProductColumn;
  down: boolean;
}

/** `-rate`, `vendor`; anything else is the default, the most attained first. */
export function parseProductSort(text: string | null): ProductSort {
  const column = productColumns.find((name) => name === text?.replace(/^-/, ''));
  return column ? { column, down: text?.startsWith('-') ?? false } : { column: 'rate', down: true };
}

export function formatProductSort({ column, down }: ProductSort): string {
  return `${down ? '-' : ''}${column}`;
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
  lines: ProductLine[];
  overview: Overview;
}

type Value = string | number | null;

function valueOf(line: ProductLine, column: ProductColumn): Value {
  return line[column];
}

/** Unrated products last whichever the direction; names by the language's alphabet. */
export function compare(a: Value, b: Value, down: boolean, collator: Intl.Collator): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'string' ? collator.compare(a, String(b)) : a - Number(b);
  return down ? -order : order;
}

function sorted(lines: ProductLine[], { column, down }: ProductSort, locale: Locale): ProductLine[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return [...lines].sort(
    (a, b) =>
      compare(valueOf(a, column), valueOf(b, column), down, collator) ||
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
  const [n, N] = [integer(lowest.products, locale), integer(rated, locale)];
  if (lowest.products === 0) {
    return say(
      locale,
      `Les ${N} produits déclarent atteindre au moins ${lowest.to} % de leurs critères`,
      `All ${N} products declare that they attain at least ${lowest.to}% of their criteria`
    );
  }
  return isSingular(lowest.products, 'fr')
    ? say(
        locale,
        `1 produit sur ${N} déclare atteindre moins de ${lowest.to} % de ses critères`,
        `1 of ${N} products declares that it attains less than ${lowest.to}% of its criteria`
      )
    : say(
        locale,
        `${n} produits sur ${N} déclarent atteindre moins de ${lowest.to} % de leurs critères`,
        `${n} of ${N} products declare that they attain less than ${lowest.to}% of their criteria`
      );
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

interface ProductsInView {
  overview: Overview;
  lines: ProductLine[];
}

async function read(store: Store, { view }: AskedView): Promise<ProductsInView> {
  const [overview, products] = await Promise.all([
    store.read((db) => attainment.overview(db, view)),
    store.read((db) => attainment.byProduct(db, view))
  ]);
  const { edges } = view.filters;
  // the rows are this question's own: copies of a hundred thousand cost more than the question
  const lines = products.map((product): ProductLine =>
    Object.assign(product, {
      missed: product.applicable - product.attained,
      bandIndex: bandOfKey(product.band, edges)
    })
  );
  return { overview, lines };
}

/** The products of what was asked, by vendor, and what they come to: asked for once, by the table and by the figures. */
export function productsInView(store: Store, asked: AskedView): Promise<ProductsInView> {
  return cached(store, `products internal ${asked.key}`, () => read(store, asked), [asked.campaign.id]);
}

/** The products of what was asked, in the order asked. */
export async function productsReport(
  store: Store,
  asked: AskedView,
  sort: ProductSort,
  locale: Locale
): Promise<ProductsReport> {
  const { overview, lines } = await productsInView(store, asked);
  const key = `products internal ${formatProductSort(sort)} ${locale} ${asked.key}`;
  const inOrder = cached(store, key, () => sorted(lines, sort, locale), [asked.campaign.id]);
  const isFiltered = formatFilters(asked.view.filters).length > 0;
  return {
    headline: headline(overview, isFiltered, locale),
    lede: lede(overview, locale),
    lines: inOrder,
    overview
  };
}
