import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import * as ifAttained from '#lib/server/if-attained.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import type { Figure } from './figure.ts';
import { topBandFigure } from './figures/top-band.ts';

async function write(store: Store, { view }: AskedView, locale: Locale): Promise<{ figures: Figure[] }> {
  const [gains, { criteria }] = await Promise.all([
    store.read((db) => ifAttained.byCriterion(db, view)),
    questionnaires.known(store, view.questionnaireId)
  ]);
  const names = new Map(criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)]));
  const named = gains.map((gain) => ({ ...gain, label: names.get(gain.code) ?? gain.code }));
  return { figures: [topBandFigure(named, view.filters.edges, locale)] };
}

/** What attaining each criterion everywhere would change, the most telling first; cached with its drawing. */
export function topBandReport(
  store: Store,
  asked: AskedView,
  locale: Locale
): Promise<{ figures: Figure[] }> {
  const key = `top band report internal ${locale} ${asked.key}`;
  return cached(store, key, () => write(store, asked, locale), [asked.campaign.id]);
}
