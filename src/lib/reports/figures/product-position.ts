import { bandOfKey } from '#lib/maturity/bands.ts';
import type { ProductFigures } from '#lib/maturity/figures.ts';
import { integer, percent, roundHalfUp } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { Figure } from '../figure.ts';
import { mostDots } from '../overview-data.ts';
import { ofPeers, ofPeersShort } from '../peers.ts';
import { fewPeers, type ProductData } from '../product-data.ts';
import { unratedNote } from './bands.ts';
import { productTitle } from './products.ts';

/** Of at least five rated products, else undefined. */
function medianOf({ peers }: ProductData): number | null {
  return peers.overview.rated < fewPeers ? null : peers.overview.median;
}

function title(data: ProductData, locale: Locale): string {
  const { product } = data;
  const name = product.product;
  if (product.rate === null)
    return say(
      locale,
      `${name} n'a aucun critère applicable : il n'est pas situé`,
      `No criterion applies to ${name}: it has no place here`
    );
  const median = medianOf(data);
  if (median === null) return titleAmongFew(data, product.rate, locale);
  const of = ofPeers(data, locale);
  const difference = product.rate - median;
  const points = Math.abs(roundHalfUp(difference * 100));
  if (Math.abs(difference) < 1e-9)
    return say(locale, `${name} se situe à la médiane ${of}`, `${name} is at the median ${of}`);
  const side = difference > 0 ? say(locale, 'au-dessus', 'above') : say(locale, 'au-dessous', 'below');
  const distance =
    points === 0
      ? say(locale, "à moins d'un point", 'less than one point')
      : `${integer(points, locale)} point${isSingular(points, locale) ? '' : 's'}`;
  return say(
    locale,
    `${name} se situe ${distance} ${side} de la médiane ${of}`,
    `${name} is ${distance} ${side} the median ${of}`
  );
}

/** Fewer than five have no median: all rates are said. */
function titleAmongFew({ product, peers }: ProductData, rate: number, locale: Locale): string {
  const own = percent(rate, locale, 1);
  const others = peers.products.flatMap((one) =>
    one.id === product.id || one.rate === null ? [] : [one.rate]
  );
  const name = product.product;
  if (others.length === 0)
    return say(
      locale,
      `${name} est le seul produit situé, à ${own}`,
      `${name} is the only product placed, at ${own}`
    );
  const list = others
    .sort((a, b) => b - a)
    .map((other) => percent(other, locale, 1))
    .join(say(locale, ' et ', ' and '));
  return others.length === 1
    ? say(
        locale,
        `${name} se situe à ${own}, l'autre produit à ${list}`,
        `${name} is at ${own}, the other product at ${list}`
      )
    : say(
        locale,
        `${name} se situe à ${own}, les ${others.length} autres produits à ${list}`,
        `${name} is at ${own}, the ${others.length} other products at ${list}`
      );
}

function dotOf(product: ProductFigures, { edges }: ProductData, locale: Locale) {
  const band = bandOfKey(product.band, edges);
  return product.rate === null || band === undefined
    ? []
    : [{ rate: product.rate, band, title: productTitle(product, locale) }];
}

function drawing(data: ProductData, locale: Locale): Figure['drawing'] {
  const { product, peers } = data;
  const [own] = dotOf(product, data, locale);
  if (!own) return undefined;
  const others = peers.overview.rated > mostDots ? [] : peers.products.filter(({ id }) => id !== product.id);
  return {
    chart: 'productPosition',
    rows: {
      own: { ...own, name: product.product },
      rates: others.flatMap((other) => dotOf(other, data, locale)),
      bands: peers.overview.bands,
      median: medianOf(data),
      of: ofPeersShort(data, locale)
    }
  };
}

function subline({ peers, product }: ProductData, locale: Locale): string {
  const others = peers.overview.rated - (product.rate === null ? 0 : 1);
  const where =
    peers.kind === 'corridor'
      ? say(locale, 'du couloir', 'of the corridor')
      : say(locale, 'de la campagne', 'of the campaign');
  if (peers.overview.rated > mostDots)
    return say(
      locale,
      `Taux d'atteinte : ce produit (losange) ; en haut, les produits ${where} par tranche`,
      `Attainment rate: this product (diamond); above, the products ${where} by band`
    );
  if (others === 0)
    return say(
      locale,
      "Taux d'atteinte de ce produit (losange)",
      'Attainment rate of this product (diamond)'
    );
  const rest =
    others === 1
      ? say(locale, `l'autre ${where} (rond)`, `the other ${where} (dot)`)
      : say(
          locale,
          `les ${integer(others, locale)} autres ${where} (ronds)`,
          `the ${integer(others, locale)} others ${where} (dots)`
        );
  return say(
    locale,
    `Taux d'atteinte : ce produit (losange) et ${rest}`,
    `Attainment rate: this product (diamond) and ${rest}`
  );
}

function caution({ peers, product, hasCorridor }: ProductData, locale: Locale): string {
  if (hasCorridor || peers.kind === 'corridor' || peers.overview.rated < 2) return '';
  if (product.corridor === '')
    return say(
      locale,
      ' Produit sans couloir : comparé à toute la campagne.',
      ' A product without corridor: compared with the whole campaign.'
    );
  return peers.products.every(({ corridor }) => corridor === product.corridor)
    ? ''
    : say(
        locale,
        ` Moins de ${fewPeers} produits dans le couloir ${product.corridor} : comparé à toute la campagne.`,
        ` Fewer than ${fewPeers} products in the ${product.corridor} corridor: compared with the whole campaign.`
      );
}

/** Where the product stands among those of its corridor, or of the campaign where these are too few. */
export function productPositionFigure(data: ProductData, locale: Locale): Figure {
  const { overview, products } = data.peers;
  return {
    id: 'position',
    title: title(data, locale),
    subline: subline(data, locale),
    caption:
      `N = ${count(overview.rated, 'product', locale)}. ` +
      say(
        locale,
        "Taux d'atteinte : critères à la cible ÷ critères applicables au produit.",
        'Attainment rate: criteria at target ÷ criteria that apply to the product.'
      ) +
      caution(data, locale) +
      unratedNote(overview, locale),
    drawing: drawing(data, locale),
    table: {
      columns: [
        { label: say(locale, 'Produit', 'Product'), kind: 'text' },
        { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' }
      ],
      rows: [...products]
        .sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1))
        .map(({ product, vendor, attained, applicable, rate }) => [
          product,
          vendor,
          attained,
          applicable,
          rate
        ])
    }
  };
}
