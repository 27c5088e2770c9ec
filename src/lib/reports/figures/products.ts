import { bandOfKey } from '#lib/maturity/bands.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { Overview, ProductFigures } from '#lib/maturity/figures.ts';
import type { Drawing } from '#lib/charts/drawings.ts';
import type { Figure } from '../figure.ts';
import type { OverviewData } from '../overview-data.ts';
import { unratedNote } from './bands.ts';
import { allRated, onlyRated } from './rated-products.ts';

const fewProducts = 5;

/** The rated products, each or in bins of a point. */
type Placed = Pick<OverviewData, 'overview' | 'products' | 'bins'>;

interface Extremes {
  low: number;
  high: number;
}

/** The lowest and highest rate, or edges between which all lie where only bins are known. */
function extremes(data: Placed): Extremes | undefined {
  const rates = data.products?.flatMap(({ rate }) => (rate === null ? [] : [rate])) ?? [];
  if (rates.length > 0) return { low: Math.min(...rates), high: Math.max(...rates) };
  const [first, last] = [data.bins?.[0], data.bins?.at(-1)];
  return first && last ? { low: first.from / 100, high: (last.from + 1) / 100 } : undefined;
}

/** Where half of the products stand, and all of them. */
export function productsTitle(data: Placed, locale: Locale): string {
  const { overview } = data;
  const { rated, median } = overview;
  const range = extremes(data);
  if (rated === 0 || median === null || !range)
    return say(locale, 'Aucun produit à situer', 'No product to place');
  const [low, high] = [percent(range.low, locale), percent(range.high, locale)];
  if (rated === 1)
    return (
      onlyRated(overview, locale) +
      say(locale, ` atteint ${low} de ses critères`, ` attains ${low} of its criteria`)
    );
  if (low === high)
    return (
      allRated(overview, locale) +
      say(locale, ` atteignent ${low} de leurs critères`, ` attain ${low} of their criteria`)
    );
  if (rated < fewProducts)
    return (
      allRated(overview, locale) +
      say(locale, ` vont de ${low} à ${high} d'atteinte`, ` range from ${low} to ${high}`)
    );
  const spread = data.bins
    ? say(locale, ` ; l'ensemble se tient entre ${low} et ${high}`, `; all are between ${low} and ${high}`)
    : say(locale, ` ; l'ensemble va de ${low} à ${high}`, `; rates range from ${low} to ${high}`);
  return medianOf(median, overview, locale) + spread;
}

/** Where the median product stands, as the drawing writes it; at the ends half of the products stand there. */
function medianOf(median: number, { rated, products }: Overview, locale: Locale): string {
  const half =
    rated === products
      ? say(locale, 'La moitié des produits', 'Half of the products')
      : say(locale, 'La moitié des produits concernés', 'Half of the products concerned');
  if (median === 1) return half + say(locale, ' atteint tous ses critères', ' attain all of their criteria');
  if (median === 0) return half + say(locale, " n'atteint aucun critère", ' attain none of their criteria');
  return say(
    locale,
    `Le produit médian atteint ${percent(median, locale, 1)} de ses critères`,
    `The median product attains ${percent(median, locale, 1)} of its criteria`
  );
}

/** `Nom (Éditeur) : 12 sur 48, 25 %`: a product's dot in words. */
export function productTitle(
  { product, vendor, attained, applicable, rate }: ProductFigures,
  locale: Locale
): string {
  const counts = `${integer(attained, locale)} ${say(locale, 'sur', 'of')} ${integer(applicable, locale)}`;
  return say(
    locale,
    `${product} (${vendor}) : ${counts}, ${percent(rate, locale)}`,
    `${product} (${vendor}): ${counts}, ${percent(rate, locale)}`
  );
}

function drawing(data: OverviewData, locale: Locale): Drawing | undefined {
  const { overview, products, bins, edges } = data;
  const { bands, rated } = overview;
  const median = rated < fewProducts ? null : overview.median;
  if (rated === 0) return undefined;
  if (bins) return { chart: 'productHistogram', rows: { bins, bands, median } };
  const rates = (products ?? []).flatMap((product) => {
    const band = bandOfKey(product.band, edges);
    return product.rate === null || band === undefined
      ? []
      : [{ rate: product.rate, band, title: productTitle(product, locale) }];
  });
  return { chart: 'productStrip', rows: { rates, bands, median } };
}

function tableOf({ products, bins }: OverviewData, locale: Locale): Figure['table'] {
  if (bins) {
    return {
      columns: [
        { label: say(locale, 'Taux d’atteinte, %', 'Attainment rate, %'), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' }
      ],
      rows: bins.map(({ from, products }) => [from === 99 ? '99–100' : `${from}–${from + 1}`, products])
    };
  }
  return {
    columns: [
      { label: say(locale, 'Produit', 'Product'), kind: 'text' },
      { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
      { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
      { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
      { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' }
    ],
    rows: [...(products ?? [])]
      .sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1))
      .map(({ product, vendor, attained, applicable, rate }) => [product, vendor, attained, applicable, rate])
  };
}

/** Every product on the scale of attainment; a histogram where there are too many. */
export function productsFigure(data: OverviewData, locale: Locale): Figure {
  const { rated } = data.overview;
  const height = data.bins
    ? say(locale, 'Une barre par point de pourcentage.', 'One bar a percentage point.')
    : say(
        locale,
        "Les points de même valeur s'empilent ; la hauteur n'a pas d'autre sens.",
        'Dots of one value are stacked; height means nothing else.'
      );
  return {
    id: 'products',
    title: productsTitle(data, locale),
    subline: data.bins
      ? say(locale, "Nombre de produits selon leur taux d'atteinte", 'Number of products by attainment rate')
      : say(
          locale,
          "Un point par produit, placé selon son taux d'atteinte (% de ses critères applicables à la cible)",
          'One dot a product, placed by its attainment rate (% of its applicable criteria at target)'
        ),
    caption: `N = ${count(rated, 'product', locale)}. ${height}${unratedNote(data.overview, locale)}`,
    drawing: drawing(data, locale),
    table: tableOf(data, locale)
  };
}
