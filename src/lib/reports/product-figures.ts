import type { Locale } from '#lib/i18n/locale.ts';
import { nearBy, withinReach } from '#lib/maturity/within-reach.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as bandVariants from '#lib/server/band-variants.ts';
import * as listed from '#lib/server/listed-products.ts';
import { cached } from '#lib/server/cache.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { bandVariantsFigure } from './figures/band-variants.ts';
import { histogramFigure } from './figures/histogram.ts';
import { nearBandsFigure } from './figures/near-bands.ts';

async function write(store: Store, asked: AskedView, locale: Locale): Promise<{ figures: Figure[] }> {
  const { view } = asked;
  const [overview, near, bins, variants] = await Promise.all([
    store.read((db) => attainment.overview(db, view)),
    store.read((db) => listed.nearHigherBand(db, view, nearBy)),
    store.read((db) => attainment.rateBins(db, view)),
    store.read((db) => bandVariants.read(db, view))
  ]);
  const { edges } = view.filters;
  return {
    figures: [
      histogramFigure({ overview, bins, edges }, locale),
      nearBandsFigure(withinReach(near, edges), overview, edges, locale),
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
