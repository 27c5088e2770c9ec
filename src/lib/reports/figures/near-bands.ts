import type { Drawing } from '#lib/charts/drawings.ts';
import type { BarPart } from '#lib/charts/stacked-bars.ts';
import { levelColours } from '#lib/charts/level-bar.ts';
import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { bandOfKey, bandsOf, type Band, type Edges } from '#lib/maturity/bands.ts';
import type { Overview } from '#lib/maturity/figures.ts';
import { nearBy, type NearProduct } from '#lib/maturity/within-reach.ts';
import type { Figure } from '../figure.ts';
import { someRated } from './rated-products.ts';

function title(near: readonly NearProduct[], overview: Overview, locale: Locale): string {
  const n = near.length;
  if (n === 0)
    return say(
      locale,
      'Aucun produit n’est à un ou deux critères d’une tranche plus haute',
      'No product is one or two criteria away from a higher band'
    );
  const [is, are] = locale === 'fr' ? ['est', 'sont'] : ['is', 'are'];
  return (
    someRated(n, overview, locale) +
    say(
      locale,
      ` ${isSingular(n, 'fr') ? is : are} à un ou deux critères d'une tranche plus haute`,
      ` ${n === 1 ? is : are} one or two criteria away from a higher band`
    )
  );
}

function missingName(missing: number, locale: Locale): string {
  return say(
    locale,
    `à ${count(missing, 'criterion', 'fr')} près`,
    `${count(missing, 'criterion', 'en')} short`
  );
}

function partOf(near: readonly NearProduct[], band: Band, missing: number, locale: Locale): BarPart {
  const n = near.filter(({ next }) => next.from === band.from && next.missing === missing).length;
  const { fill, ink } = levelColours(-missing);
  const counts = count(n, 'product', locale);
  return {
    n,
    fill,
    ink,
    words: say(
      locale,
      `Vers ${bandName(band, 'fr')} : ${counts} ${missingName(missing, 'fr')}`,
      `To ${bandName(band, 'en')}: ${counts} ${missingName(missing, 'en')}`
    )
  };
}

const steps = Array.from({ length: nearBy }, (_, i) => i + 1);

function bandOf(product: NearProduct, edges: Edges): Band {
  return bandsOf(edges)[bandOfKey(product.band, edges) ?? 0] ?? { from: 0, to: 100 };
}

/** One row a band that somebody is near, the highest first. */
function rowsOf(near: readonly NearProduct[], edges: Edges, locale: Locale) {
  const bands = bandsOf(edges).filter((band) => near.some(({ next }) => next.from === band.from));
  return bands.reverse().map((band) => {
    const parts = steps.map((missing) => partOf(near, band, missing, locale));
    const total = parts.reduce((sum, { n }) => sum + n, 0);
    const label = say(locale, `vers ${bandName(band, 'fr')}`, `to ${bandName(band, 'en')}`);
    return { code: '', label, parts, total, figure: integer(total, locale) };
  });
}

function drawing(near: readonly NearProduct[], edges: Edges, locale: Locale): Drawing | undefined {
  const rows = rowsOf(near, edges, locale);
  if (rows.length === 0) return undefined;
  const key = steps.map((missing) => ({
    name: missingName(missing, locale),
    fill: levelColours(-missing).fill
  }));
  const head = say(locale, 'produits', 'products');
  return {
    chart: 'stackedBars',
    rows: { head, most: Math.max(...rows.map(({ total }) => total)), key, rows }
  };
}

function tableOf(near: readonly NearProduct[], edges: Edges, locale: Locale): Figure['table'] {
  return {
    columns: [
      { label: say(locale, 'Produit', 'Product'), kind: 'text' },
      { label: say(locale, 'Éditeur', 'Vendor'), kind: 'text' },
      { label: say(locale, 'Critères manquants', 'Criteria short'), kind: 'count' },
      { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
      { label: say(locale, 'Tranche suivante', 'Next band'), kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: 'N', kind: 'count' },
      { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' }
    ],
    rows: near
      .toSorted((a, b) => b.next.from - a.next.from || a.next.missing - b.next.missing)
      .map((one) => [
        one.product,
        one.vendor,
        one.next.missing,
        bandName(bandOf(one, edges), locale),
        bandName(one.next, locale),
        one.attained,
        one.applicable,
        one.rate
      ])
  };
}

/** The products that one or two more criteria would lift into a higher band, by that band. */
export function nearBandsFigure(
  near: readonly NearProduct[],
  overview: Overview,
  edges: Edges,
  locale: Locale
): Figure {
  return {
    id: 'near-bands',
    title: title(near, overview, locale),
    subline: say(
      locale,
      'Produits selon la tranche où un ou deux critères de plus les mettraient',
      'Products by the band that one or two more criteria would put them in'
    ),
    caption: say(
      locale,
      `N = ${count(overview.rated, 'product', 'fr')}. Le moins de critères applicables à atteindre de plus, en nombres entiers. Liste des produits dans le tableau.`,
      `N = ${count(overview.rated, 'product', 'en')}. The fewest further applicable criteria to attain, in whole numbers. The products are listed in the table.`
    ),
    drawing: drawing(near, edges, locale),
    table: tableOf(near, edges, locale)
  };
}
