import { bandName } from '#lib/i18n/bands.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, of, say } from '#lib/i18n/wording.ts';
import { bandOfKey, bandsOf } from '#lib/maturity/bands.ts';
import type { ProductFigures } from '#lib/maturity/figures.ts';
import type { Quartiles } from '#lib/server/quartiles.ts';
import type { Figure } from '../figure.ts';
import { mostDots } from '../overview-data.ts';
import { fewPeers } from '../product-data.ts';
import type { VendorData } from '../vendor-data.ts';
import { productTitle } from './products.ts';

/** So many products are drawn in rows of their own; more of them as dots on one axis. */
const mostRows = 24;

type Box = { q1: number; median: number; q3: number; products: number };

/** Nearer than this two rates are equal: quartiles are interpolated. */
const epsilon = 1e-9;

function boxOf({ rated, q1, median, q3 }: Quartiles): Box | null {
  if (rated < fewPeers || q1 === null || median === null || q3 === null) return null;
  return { q1, median, q3, products: rated };
}

/** Where a product stands among the quarters of the campaign, in words that give no rank. */
export function quarterOf(rate: number | null, quartiles: Quartiles, locale: Locale): string {
  const box = boxOf(quartiles);
  if (!box || rate === null) return '–';
  if (rate < box.q1 - epsilon) return say(locale, 'sous le premier quartile', 'below the first quartile');
  if (rate < box.median - epsilon)
    return say(locale, 'entre premier quartile et médiane', 'between first quartile and median');
  if (rate < box.q3 - epsilon)
    return say(locale, 'entre médiane et troisième quartile', 'between median and third quartile');
  return say(locale, 'au troisième quartile ou au-dessus', 'at the third quartile or above');
}

function rated(products: ProductFigures[]): (ProductFigures & { rate: number })[] {
  return products.flatMap((product) => (product.rate === null ? [] : [{ ...product, rate: product.rate }]));
}

function title({ vendor, products, quartiles }: VendorData, locale: Locale): string {
  const box = boxOf(quartiles);
  const placed = rated(products);
  const [only] = placed;
  if (!only) return say(locale, 'Aucun produit à situer', 'No product to place');
  if (!box)
    return say(
      locale,
      `${count(placed.length, 'product', 'fr')} ${of(vendor.vendor)}, trop peu de produits dans la campagne pour des quartiles`,
      `${count(placed.length, 'product', 'en')} of ${vendor.vendor}, too few products in the campaign for quartiles`
    );
  const n = placed.filter(({ rate }) => rate >= box.median - epsilon).length;
  const median = percent(box.median, locale);
  if (placed.length === 1)
    return say(
      locale,
      `${only.product} est ${n === 1 ? 'à la médiane de la campagne ou au-dessus' : 'sous la médiane de la campagne'} (${median})`,
      `${only.product} is ${n === 1 ? 'at the campaign’s median or above' : 'below the campaign’s median'} (${median})`
    );
  return say(
    locale,
    `${count(n, 'product', 'fr')} sur ${integer(placed.length, 'fr')} à la médiane de la campagne ou au-dessus (${median})`,
    `${integer(n, 'en')} of ${count(placed.length, 'product', 'en')} at the campaign’s median or above (${median})`
  );
}

function rowsDrawing({ products, quartiles }: VendorData): Figure['drawing'] {
  const box = boxOf(quartiles);
  return {
    chart: 'themeProfile',
    rows: rated(products).map(({ product, attained, applicable, rate }) => ({
      theme: product,
      n: attained,
      N: applicable,
      below: box !== null && rate < box.median - epsilon,
      box
    }))
  };
}

/** Undefined beyond what dots can show: the table then says it alone. */
function dotsDrawing(
  { vendor, products, quartiles, bandEdges }: VendorData,
  locale: Locale
): Figure['drawing'] {
  if (products.length > mostDots) return undefined;
  const rates = rated(products).map((product) => ({
    rate: product.rate,
    band: bandOfKey(product.band, bandEdges) ?? 0,
    title: productTitle(product, locale)
  }));
  return {
    chart: 'productStrip',
    rows: { rates, bands: vendor.bands, median: boxOf(quartiles)?.median ?? null }
  };
}

function drawing(data: VendorData, locale: Locale): Figure['drawing'] {
  if (data.vendor.rated === 0) return undefined;
  return data.vendor.rated <= mostRows ? rowsDrawing(data) : dotsDrawing(data, locale);
}

function subline({ vendor, quartiles }: VendorData, locale: Locale): string {
  const N = integer(quartiles.rated, locale);
  if (vendor.rated > mostRows)
    return say(
      locale,
      `Rond : un produit ${of(vendor.vendor)} ; trait : médiane des ${N} produits de la campagne`,
      `Dot: a product of ${vendor.vendor}; line: median of the campaign’s ${N} products`
    );
  return boxOf(quartiles)
    ? say(
        locale,
        `Losange : un produit, vide sous la médiane ; bande et trait : quartiles et médiane des ${N} produits de la campagne`,
        `Diamond: a product, hollow below the median; band and line: quartiles and median of the campaign’s ${N} products`
      )
    : say(locale, 'Losange : taux d’atteinte d’un produit', 'Diamond: a product’s attainment rate');
}

/** The vendor's products, each against the quartiles of the whole campaign. */
export function vendorProductsFigure(data: VendorData, locale: Locale): Figure {
  const { products, quartiles, bandEdges } = data;
  const names = bandsOf(bandEdges).map((band) => bandName(band, locale));
  const unrated = data.vendor.products - data.vendor.rated;
  return {
    id: 'products',
    title: title(data, locale),
    subline: subline(data, locale),
    caption:
      say(
        locale,
        'Taux d’atteinte : critères à la cible ÷ critères applicables au produit. Quartiles : produits de toute la campagne, sur les mêmes critères.',
        'Attainment rate: criteria at target ÷ criteria that apply to the product. Quartiles: products of the whole campaign, over the same criteria.'
      ) +
      (unrated === 0
        ? ''
        : say(
            locale,
            ` ${count(unrated, 'product', 'fr')} sans critère applicable, sans taux.`,
            ` ${count(unrated, 'product', 'en')} with no applicable criterion, without a rate.`
          )),
    drawing: drawing(data, locale),
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
        { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' },
        { label: say(locale, 'Non atteints', 'Not attained'), kind: 'count' },
        { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' },
        { label: say(locale, 'Dans la campagne', 'In the campaign'), kind: 'text' }
      ],
      rows: products.map((product) => [
        product.product,
        product.corridor || say(locale, 'sans couloir', 'without corridor'),
        names[bandOfKey(product.band, bandEdges) ?? -1] ?? '–',
        product.attained,
        product.applicable,
        product.rate,
        product.applicable - product.attained,
        product.effort,
        quarterOf(product.rate, quartiles, locale)
      ])
    }
  };
}
