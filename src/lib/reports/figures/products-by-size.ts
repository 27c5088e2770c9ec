import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import { bandIndex } from '#lib/maturity/bands.ts';
import type { SizeFigures } from '#lib/maturity/size-comparison.ts';
import { sizeClass } from '#lib/maturity/vendor-size.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { isFinding, pValue } from '../chance.ts';
import type { Figure } from '../figure.ts';
import { productTitle } from './products.ts';
import { sizeName } from './vendor-sizes.ts';

/** More products than that are not drawn one by one. */
const mostDots = 400;

type Rated = SizeFigures & { mean: number; q1: number; median: number; q3: number };

function isRated(size: SizeFigures): size is Rated {
  return size.mean !== null;
}

function nameOf({ from }: SizeFigures, locale: Locale): string {
  return sizeName(sizeClass(from), locale);
}

function oneSizeTitle(size: SizeFigures, locale: Locale): string {
  const name = nameOf(size, locale);
  return say(
    locale,
    `Tous les éditeurs ont une même taille : ${name}`,
    `All vendors are of one size: ${name}`
  );
}

function title({ analysis }: AnalysisData, rows: Rated[], locale: Locale): string {
  const sorted = [...rows].sort((a, b) => a.median - b.median);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high) return say(locale, 'Aucun éditeur à comparer', 'No vendor to compare');
  if (rows.length === 1) return oneSizeTitle(low, locale);
  const { sizeChance: p } = analysis;
  const [from, to] = [percent(low.median, locale), percent(high.median, locale)];
  if (p === null)
    return say(
      locale,
      `Trop peu d'éditeurs pour comparer les tailles : médianes de ${from} à ${to}`,
      `Too few vendors to compare sizes: medians from ${from} to ${to}`
    );
  if (isFinding(p))
    return say(
      locale,
      `La médiane change avec la taille de l'éditeur, de ${from} (${nameOf(low, 'fr')}) à ${to} (${nameOf(high, 'fr')}), plus que le hasard ne le ferait`,
      `The median changes with vendor size, from ${from} (${nameOf(low, 'en')}) to ${to} (${nameOf(high, 'en')}), more than chance would make it`
    );
  return say(
    locale,
    `Selon la taille de l'éditeur, la médiane va de ${from} à ${to} : le hasard en ferait autant`,
    `By vendor size the median goes from ${from} to ${to}: chance would do as much`
  );
}

/** The dots of each size, from the smallest. */
function dotsOf({ analysis, edges }: AnalysisData, { from }: SizeFigures, locale: Locale) {
  const { matrix, grid } = analysis;
  return matrix.products.flatMap((row, p) => {
    const [applicable, attained] = [grid.applicable[p] ?? 0, grid.attained[p] ?? 0];
    const band = bandIndex(attained, applicable, edges);
    if (band === undefined || sizeClass(row.vendorProducts) !== sizeClass(from)) return [];
    const rate = attained / applicable;
    const words = { ...row, applicable, attained, rate, band: null, effort: 0 };
    return [{ rate, band, title: productTitle(words, locale) }];
  });
}

function captionOf({ analysis, overview }: AnalysisData, locale: Locale): string {
  const { sizeChance: p } = analysis;
  const N = say(
    locale,
    `N = ${count(overview.rated, 'product', 'fr')} de ${count(overview.vendors, 'vendor', 'fr')}. Taille : produits de l'éditeur dans toute la campagne, quels que soient les filtres.`,
    `N = ${count(overview.rated, 'product', 'en')} of ${count(overview.vendors, 'vendor', 'en')}. Size: products of the vendor in the whole campaign, whatever the filters.`
  );
  if (p === null) return N;
  return (
    N +
    say(
      locale,
      ` Test de Kruskal et Wallis par permutation, un rang par éditeur : ${pValue(p, 'fr')}.`,
      ` Kruskal and Wallis test by permutation, one rank a vendor: ${pValue(p, 'en')}.`
    )
  );
}

function drawingOf(data: AnalysisData, rows: Rated[], locale: Locale): Figure['drawing'] {
  if (rows.length === 0) return undefined;
  return {
    chart: 'corridorRates',
    rows: rows.map((row) => ({
      corridor: nameOf(row, locale),
      products: row.rated,
      median: row.median,
      q1: row.q1,
      q3: row.q3,
      bandCount: data.edges.length + 1,
      rates: data.overview.rated > mostDots ? undefined : dotsOf(data, row, locale)
    }))
  };
}

/** Attainment by how many products a vendor has. */
export function productsBySizeFigure(data: AnalysisData, locale: Locale): Figure {
  const rows = data.analysis.sizes.filter(isRated);
  return {
    id: 'vendor-sizes',
    title: title(data, rows, locale),
    subline:
      data.overview.rated > mostDots
        ? say(
            locale,
            'Taux des produits selon la taille de leur éditeur, en % ; bande grise : moitié centrale ; trait : médiane',
            'Rates of products by the size of their vendor, in %; grey band: middle half; line: median'
          )
        : say(
            locale,
            'Un point par produit, en %, selon la taille de son éditeur ; bande grise : moitié centrale ; trait : médiane',
            'One dot a product, in %, by the size of its vendor; grey band: middle half; line: median'
          ),
    meaning: say(
      locale,
      'Dit si les éditeurs de plusieurs produits répondent autrement que ceux qui n’en ont qu’un.',
      'Says whether vendors of several products answer otherwise than those with one.'
    ),
    caption: captionOf(data, locale),
    drawing: drawingOf(data, rows, locale),
    table: {
      columns: [
        { label: say(locale, 'Taille', 'Size'), kind: 'text' },
        { label: say(locale, 'Éditeurs', 'Vendors'), kind: 'count' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' },
        { label: say(locale, 'Notés', 'Rated'), kind: 'count' },
        { label: say(locale, 'Taux moyen', 'Mean rate'), kind: 'share' },
        { label: say(locale, 'Premier quartile', 'First quartile'), kind: 'share' },
        { label: say(locale, 'Médiane', 'Median'), kind: 'share' },
        { label: say(locale, 'Troisième quartile', 'Third quartile'), kind: 'share' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' }
      ],
      rows: data.analysis.sizes.map((row) => [
        nameOf(row, locale),
        row.vendors,
        row.products,
        row.rated,
        row.mean,
        row.q1,
        row.median,
        row.q3,
        row.attained,
        row.applicable
      ])
    }
  };
}
