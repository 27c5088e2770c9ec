import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { DossierCounts, WaveCounts } from '../counts.ts';
import type { DossierFigure } from '../dossier.ts';
import { masked } from '../masked.ts';
import { isKnown, ofWords } from '../shown.ts';
import { bandSeries, bandsRow } from './segments.ts';

function topWords({ bands, sizes }: WaveCounts, locale: Locale): string {
  const top = bands.at(-1);
  return top ? ofWords(top.products, sizes.rated, locale) : '';
}

function title(now: WaveCounts, before: WaveCounts, locale: Locale): string {
  const top = now.bands.at(-1);
  const isTold = [now, before].every(({ bands }) => isKnown(bands.at(-1)?.products ?? 'withheld'));
  if (!top || !isTold)
    return say(locale, 'Les produits par tranche, aux deux campagnes', 'Products by band, in both campaigns');
  return say(
    locale,
    `Produits déclarés à ${bandName(top, 'fr')} : ${topWords(before, 'fr')} en ${before.campaign.name}, ${topWords(now, 'fr')} en ${now.campaign.name}`,
    `Products declared at ${bandName(top, 'en')}: ${topWords(before, 'en')} in ${before.campaign.name}, ${topWords(now, 'en')} in ${now.campaign.name}`
  );
}

/** Both campaigns' cross-sections by band, with the sizes of panel, entrants and leavers. */
export function wavesFigure(now: DossierCounts, locale: Locale): DossierFigure | undefined {
  const { before, bands } = now;
  if (!before) return undefined;
  const { panel, entrants, leavers } = before;
  const waves: WaveCounts[] = [{ ...before, corridors: [] }, now];
  const rows = {
    series: bandSeries(bands, locale),
    groups: [
      {
        title: '',
        rows: waves.map((wave) => bandsRow(wave.campaign.name, wave.bands, wave.sizes.rated, locale))
      }
    ]
  };
  return {
    id: 'waves',
    title: title(now, waves[0] ?? now, locale),
    subline: say(
      locale,
      'Tous les produits de chaque campagne, à ses propres cibles : deux ensembles différents',
      'All products of each campaign, at its own targets: two different sets'
    ),
    caption: say(
      locale,
      `${count(panel, 'product', 'fr')} dans les deux campagnes, ${integer(entrants, 'fr')} dans la seconde seulement, ${integer(leavers, 'fr')} dans la première seulement. La différence des deux barres n'est donc pas un progrès des mêmes produits.`,
      `${count(panel, 'product', 'en')} in both campaigns, ${integer(entrants, 'en')} in the second only, ${integer(leavers, 'en')} in the first only. So the difference of both bars is not a progress of the same products.`
    ),
    drawing: { chart: 'shareRows', rows },
    native: { chart: 'shareRows', rows },
    table: {
      columns: [
        { label: say(locale, 'Campagne', 'Campaign'), kind: 'text' },
        { label: say(locale, 'Éditeurs', 'Vendors'), kind: 'count' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' },
        { label: say(locale, 'Notés', 'Rated'), kind: 'count' },
        ...bands.map((band) => ({ label: bandName(band, locale), kind: 'count' as const })),
        { label: say(locale, 'Médiane', 'Median'), kind: 'share' }
      ],
      rows: waves.map(({ campaign, sizes, bands: own, median }) => [
        campaign.name,
        sizes.vendors,
        sizes.products,
        masked(sizes.rated),
        ...own.map(({ products }) => masked(products)),
        median
      ])
    }
  };
}
