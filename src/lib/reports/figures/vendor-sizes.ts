import type { CorridorRow } from '#lib/charts/corridor-rates.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, nouns, say } from '#lib/i18n/wording.ts';
import { sizeClass, sizeClasses } from '#lib/maturity/vendor-size.ts';
import type { VendorSpread } from '#lib/server/vendor-sizes.ts';
import type { Figure } from '../figure.ts';
import { mostDots } from '../overview-data.ts';
import type { VendorLine, VendorsData } from '../vendors-data.ts';

const fewVendors = 5;

/** « 1 produit », « 2 à 3 produits », « 4 produits et plus ». */
export function sizeName(index: number, locale: Locale): string {
  const { from, to } = sizeClasses[index] ?? { from: 1 };
  if (to === undefined) return say(locale, `${from} produits et plus`, `${from} products or more`);
  return from === to
    ? say(locale, `${from} produit`, `${from} product`)
    : say(locale, `${from} à ${to} produits`, `${from} to ${to} products`);
}

function title({ all }: VendorsData, locale: Locale): string {
  const { rated, low, high, median } = all;
  if (rated === 0 || low === null || high === null || median === null)
    return say(locale, 'Aucun éditeur à situer', 'No vendor to place');
  const [from, to] = [percent(low, locale), percent(high, locale)];
  if (rated === 1)
    return say(locale, `Un seul éditeur à situer, à ${from}`, `A single vendor to place, at ${from}`);
  if (from === to)
    return say(
      locale,
      `Les ${integer(rated, locale)} éditeurs sont à ${from} d'atteinte`,
      `The ${integer(rated, locale)} vendors are at ${from}`
    );
  if (rated < fewVendors)
    return say(
      locale,
      `Les ${integer(rated, locale)} éditeurs vont de ${from} à ${to} d'atteinte`,
      `The ${integer(rated, locale)} vendors range from ${from} to ${to}`
    );
  return say(
    locale,
    `L'éditeur médian est à ${percent(median, locale, 1)} d'atteinte ; l'ensemble va de ${from} à ${to}`,
    `The median vendor is at ${percent(median, locale, 1)}; they range from ${from} to ${to}`
  );
}

function dotsOf(lines: VendorLine[], index: number, locale: Locale): CorridorRow['rates'] {
  return lines.flatMap(({ vendor, size, rate, bandIndex, attained, applicable, products }) =>
    rate === null || bandIndex === undefined || sizeClass(size) !== index
      ? []
      : [
          {
            rate,
            band: bandIndex,
            title: say(
              locale,
              `${vendor} : ${percent(rate, locale, 1)}, ${integer(attained, locale)} sur ${integer(applicable, locale)} (${count(products, 'product', locale)})`,
              `${vendor}: ${percent(rate, locale, 1)}, ${integer(attained, locale)} of ${integer(applicable, locale)} (${count(products, 'product', locale)})`
            )
          }
        ]
  );
}

type Placed = VendorSpread & { sizeClass: number; q1: number; median: number; q3: number };

function isPlaced(spread: VendorSpread): spread is Placed {
  return spread.sizeClass !== null && spread.median !== null;
}

function drawing({ sizes, lines, edges, all }: VendorsData, locale: Locale): Figure['drawing'] {
  const rows = sizes.filter(isPlaced);
  if (rows.length === 0) return undefined;
  const [one, many] = nouns[locale].vendor;
  return {
    chart: 'corridorRates',
    rows: rows.map(({ sizeClass, rated, q1, median, q3 }) => ({
      corridor: sizeName(sizeClass, locale),
      products: rated,
      q1,
      median,
      q3,
      bandCount: edges.length + 1,
      noun: [one, many],
      rates: all.rated > mostDots ? undefined : dotsOf(lines, sizeClass, locale)
    }))
  };
}

function caption({ all, sizes }: VendorsData, locale: Locale): string {
  const unrated = all.vendors - all.rated;
  const few = sizes.some(({ rated }) => rated > 0 && rated < fewVendors);
  return [
    say(
      locale,
      `N = ${count(all.rated, 'vendor', locale)}. Taux d'un éditeur : réponses à la cible ÷ réponses applicables, tous ses produits réunis. Taille : ses produits dans la campagne, quels que soient les filtres. Les écarts entre tailles ne sont pas testés.`,
      `N = ${count(all.rated, 'vendor', locale)}. A vendor's rate: answers at target ÷ applicable answers, all its products together. Size: its products in the campaign, whatever the filters. Differences between sizes are not tested.`
    ),
    few
      ? say(
          locale,
          `Moins de ${fewVendors} éditeurs dans une taille : à lire avec prudence.`,
          `Fewer than ${fewVendors} vendors in a size: read with caution.`
        )
      : '',
    unrated === 0
      ? ''
      : say(
          locale,
          `${count(unrated, 'vendor', locale)} sans critère applicable, non ${isSingular(unrated, 'fr') ? 'situé' : 'situés'}.`,
          `${count(unrated, 'vendor', locale)} without any applicable criterion, not placed.`
        )
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Vendors by their pooled rate, in rows by how many products they have. */
export function vendorSizesFigure(data: VendorsData, locale: Locale): Figure {
  const sizeRows = [...data.sizes, data.all];
  return {
    id: 'sizes',
    title: title(data, locale),
    subline:
      data.all.rated > mostDots
        ? say(
            locale,
            'Éditeurs selon leur nombre de produits : bande = moitié centrale, trait = médiane',
            'Vendors by their number of products: band = middle half, line = median'
          )
        : say(
            locale,
            'Rond : un éditeur, à la couleur de sa tranche, selon son nombre de produits ; bande : moitié centrale, trait : médiane',
            'Dot: a vendor, in its band’s colour, by its number of products; band: middle half, line: median'
          ),
    caption: caption(data, locale),
    drawing: drawing(data, locale),
    table: {
      columns: [
        { label: say(locale, 'Taille', 'Size'), kind: 'text' },
        { label: say(locale, 'Éditeurs', 'Vendors'), kind: 'count' },
        { label: say(locale, 'Situés', 'Placed'), kind: 'count' },
        { label: say(locale, 'Minimum', 'Minimum'), kind: 'share' },
        { label: say(locale, 'Premier quartile', 'First quartile'), kind: 'share' },
        { label: say(locale, 'Médiane', 'Median'), kind: 'share' },
        { label: say(locale, 'Troisième quartile', 'Third quartile'), kind: 'share' },
        { label: say(locale, 'Maximum', 'Maximum'), kind: 'share' }
      ],
      rows: sizeRows.map(({ sizeClass, vendors, rated, low, q1, median, q3, high }) => [
        sizeClass === null ? say(locale, 'Ensemble', 'All') : sizeName(sizeClass, locale),
        vendors,
        rated,
        low,
        q1,
        median,
        q3,
        high
      ])
    }
  };
}
