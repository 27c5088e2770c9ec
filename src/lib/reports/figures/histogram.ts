import type { Bin } from '#lib/charts/product-histogram.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { Edges } from '#lib/maturity/bands.ts';
import type { Overview } from '#lib/maturity/figures.ts';
import type { Figure } from '../figure.ts';
import { unratedNote } from './bands.ts';
import { productsTitle } from './products.ts';

/** What the histogram rests on: products by whole per cent of their rate. */
export interface HistogramData {
  overview: Overview;
  bins: Bin[];
  edges: Edges;
}

const finestFrom = 400;
const fewProducts = 5;

/** Points a bar: few products in wide bars, none of which lies across a band's edge. */
function stepOf({ overview, edges }: HistogramData): number {
  if (overview.rated > finestFrom) return 1;
  return [5, 2].find((step) => edges.every((edge) => edge % step === 0)) ?? 1;
}

function gathered(bins: readonly Bin[], step: number): Bin[] {
  const wide = new Map<number, number>();
  for (const { from, products } of bins) {
    const start = Math.floor(Math.min(from, 99) / step) * step;
    wide.set(start, (wide.get(start) ?? 0) + products);
  }
  return [...wide].map(([from, products]) => ({ from, products }));
}

/** The products by attainment rate, with the bands' edges. */
export function histogramFigure(data: HistogramData, locale: Locale): Figure {
  const { overview } = data;
  const step = stepOf(data);
  const bins = gathered(data.bins, step);
  const median = overview.rated < fewProducts ? null : overview.median;
  return {
    id: 'histogram',
    title: productsTitle(data, locale),
    subline: say(
      locale,
      'Nombre de produits selon leur taux d’atteinte, et bornes des tranches',
      'Number of products by attainment rate, and the edges of bands'
    ),
    caption:
      say(
        locale,
        `N = ${count(overview.rated, 'product', 'fr')}. Une barre pour ${step === 1 ? 'chaque point' : `${step} points`} de pourcentage, borne basse incluse ; 100 % est dans la dernière.`,
        `N = ${count(overview.rated, 'product', 'en')}. One bar for ${step === 1 ? 'each percentage point' : `${step} percentage points`}, its lower end included; 100% is in the last.`
      ) + unratedNote(overview, locale),
    drawing:
      overview.rated === 0
        ? undefined
        : { chart: 'productHistogram', rows: { bins, bands: overview.bands, median, step } },
    table: {
      columns: [
        { label: say(locale, 'Taux d’atteinte, %', 'Attainment rate, %'), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' }
      ],
      rows: bins.map(({ from, products }) => [`${from}–${from + step}`, products])
    }
  };
}
