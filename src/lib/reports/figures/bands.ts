import { bandName } from '#lib/i18n/bands.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { BandCount, Overview } from '#lib/maturity/figures.ts';
import type { Figure } from '../figure.ts';
import { allRated, onlyRated, someRated } from './rated-products.ts';

/** The fullest band; of several, the lowest. */
function fullest(bands: readonly BandCount[]): BandCount | undefined {
  return bands.reduce<BandCount | undefined>(
    (best, band) => (best && best.products >= band.products ? best : band),
    undefined
  );
}

/** « entre 20 et 60 % »: a band as a place, after a verb. */
function place(band: BandCount, locale: Locale): string {
  const { from, to } = band;
  if (from > 0 && to < 100) return say(locale, `entre ${from} et ${to} %`, `between ${from} and ${to}%`);
  if (from > 0) return say(locale, `à ${from} % et plus`, `at ${from}% and over`);
  return to < 100
    ? say(locale, `sous ${to} %`, `under ${to}%`)
    : say(locale, 'entre 0 et 100 %', 'between 0 and 100%');
}

function title(overview: Overview, locale: Locale): string {
  const { bands, rated } = overview;
  const most = fullest(bands);
  if (rated === 0 || !most)
    return say(locale, 'Aucun produit à répartir en tranches', 'No product to put into bands');
  const [is, are] = [say(locale, 'se situe', 'is'), say(locale, 'se situent', 'are')];
  if (rated === 1) return `${onlyRated(overview, locale)} ${is} ${place(most, locale)}`;
  if (most.products === rated) return `${allRated(overview, locale)} ${are} ${place(most, locale)}`;
  return `${someRated(most.products, overview, locale)} ${most.products === 1 ? is : are} ${place(most, locale)}`;
}

function emptyBands(bands: BandCount[], locale: Locale): string {
  const names = bands.filter(({ products }) => products === 0).map((band) => bandName(band, locale));
  if (names.length === 0 || names.length === bands.length) return '';
  return say(locale, ` Aucun produit : ${names.join(' ; ')}.`, ` No product: ${names.join('; ')}.`);
}

/** What is said of the products that nothing in view applies to; empty where there are none. */
export function unratedNote({ products, rated }: Overview, locale: Locale): string {
  const n = products - rated;
  if (n === 0) return '';
  return say(
    locale,
    ` ${count(n, 'product', 'fr')} sans critère applicable, hors tranches.`,
    ` ${count(n, 'product', 'en')} with no applicable criterion, in no band.`
  );
}

/** How the products in view fall into the bands. */
export function bandsFigure(overview: Overview, locale: Locale): Figure {
  const { bands, rated } = overview;
  return {
    id: 'bands',
    title: title(overview, locale),
    subline: say(
      locale,
      'Nombre et part des produits par tranche de taux d’atteinte',
      'Number and share of products by band of attainment rate'
    ),
    caption:
      say(
        locale,
        `N = ${count(rated, 'product', 'fr')}. Taux d'atteinte : critères à la cible ÷ critères applicables au produit. Borne basse incluse dans la tranche.`,
        `N = ${count(rated, 'product', 'en')}. Attainment rate: criteria at target ÷ criteria that apply to the product. A band includes its lower edge.`
      ) +
      emptyBands(bands, locale) +
      unratedNote(overview, locale),
    drawing: rated === 0 ? undefined : { chart: 'bandBar', rows: { bands, rated } },
    table: {
      columns: [
        { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' },
        { label: say(locale, 'N', 'N'), kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' }
      ],
      rows: bands.map((band) => [
        bandName(band, locale),
        band.products,
        rated,
        rated === 0 ? null : band.products / rated
      ])
    }
  };
}
