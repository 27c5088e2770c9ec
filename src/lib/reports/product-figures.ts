import type { Locale } from '#lib/i18n/locale.ts';
import { withinReach } from '#lib/maturity/within-reach.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as bandVariants from '#lib/server/band-variants.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { bandVariantsFigure } from './figures/band-variants.ts';
import { histogramFigure } from './figures/histogram.ts';
import { nearBandsFigure } from './figures/near-bands.ts';
import { productsInView } from './products.ts';

async function write(store: Store, asked: AskedView, locale: Locale): Promise<{ figures: Figure[] }> {
  const { view } = asked;
  const [{ overview, lines }, bins, variants] = await Promise.all([
    productsInView(store, asked),
    store.read((db) => attainment.rateBins(db, view)),
    store.read((db) => bandVariants.read(db, view))
  ]);
  const { edges } = view.filters;
  return {
    figures: [
      histogramFigure({ overview, bins, edges }, locale),
      nearBandsFigure(withinReach(lines, edges), overview, edges, locale),
      bandVariantsFigure(variants, locale)
    ]
  };
}

/** The figures of the page of products: where they stand, who is near a higher band, what settings change; cached. */
export function productFigures(
  store: Store,
  asked: AskedView,
  locale: Locale
): Promise<{ figures: Figure[] }> {
  const key = `product figures internal ${locale} ${asked.key}`;
  return cached(store, key, () => write(store, asked, locale), [asked.campaign.id]);
}
