import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import { bandName } from '#lib/i18n/bands.ts';
import { bandsOf, type Edges } from '#lib/maturity/bands.ts';
import type { IfAttained } from '#lib/server/if-attained.ts';
import type { Figure } from '../figure.ts';

/** A criterion with its name and what attaining it everywhere would change. */
export type NamedGain = IfAttained & { label: string };

const drawnAtMost = 12;

/** Those that would bring most products into the highest band first, then those that would lift most. */
export function rankedGains(gains: readonly NamedGain[]): NamedGain[] {
  return gains.toSorted((a, b) => b.entering - a.entering || b.rising - a.rising || b.gaining - a.gaining);
}

function top(edges: Edges, locale: Locale): string {
  const band = bandsOf(edges).at(-1) ?? { from: 0, to: 100 };
  return quoted(bandName(band, locale), locale);
}

function title(ranked: readonly NamedGain[], edges: Edges, locale: Locale): string {
  const band = top(edges, locale);
  const [best] = ranked;
  if (!best || best.entering === 0)
    return say(
      locale,
      `Aucun critère, atteint partout, ne ferait entrer un produit dans la tranche ${band}`,
      `No criterion, attained everywhere, would bring a product into the band ${band}`
    );
  const n = count(best.entering, 'product', locale);
  const equals = ranked.filter(({ entering }) => entering === best.entering).length;
  if (equals === 1)
    return say(
      locale,
      `Atteint partout, ${quoted(best.label, 'fr')} ferait entrer ${n} dans la tranche ${band}, plus que tout autre critère`,
      `Attained everywhere, ${quoted(best.label, 'en')} would bring ${n} into the band ${band}, more than any other criterion`
    );
  return say(
    locale,
    `${integer(equals, 'fr')} critères feraient entrer chacun, atteints partout, ${n} dans la tranche ${band}, les autres ${best.entering === 1 ? 'aucun' : 'moins'}`,
    `${integer(equals, 'en')} criteria would each, attained everywhere, bring ${n} into the band ${band}, the others ${best.entering === 1 ? 'none' : 'fewer'}`
  );
}

function words({ code, label, entering, rising, gaining }: NamedGain, locale: Locale): string {
  return say(
    locale,
    `${code} ${label} : ${count(entering, 'product', 'fr')} ${isSingular(entering, 'fr') ? 'entrerait' : 'entreraient'} dans la tranche haute, ${rising} ${isSingular(rising, 'fr') ? 'changerait' : 'changeraient'} de tranche en tout, sur ${gaining} qui le ${isSingular(gaining, 'fr') ? 'gagnerait' : 'gagneraient'}`,
    `${code} ${label}: ${count(entering, 'product', 'en')} would come into the highest band, ${rising} would change band in all, of ${gaining} that would gain it`
  );
}

function caption(shown: number, all: number, locale: Locale): string {
  const cut =
    shown < all
      ? say(
          locale,
          ` ${integer(shown, 'fr')} premiers critères sur ${integer(all, 'fr')} ; tous dans le tableau.`,
          ` First ${integer(shown, 'en')} of ${integer(all, 'en')} criteria; all are in the table.`
        )
      : '';
  return (
    say(
      locale,
      'Chaque ligne suppose ce seul critère atteint par tous les produits qu’il concerne, les autres réponses inchangées ; tranches sur les critères en vue, décidées en nombres entiers. À droite : entrées dans la tranche haute sur produits qui gagneraient le critère.',
      'Each line supposes this criterion alone attained by all products concerned, all other answers unchanged; bands over the criteria in view, decided in whole numbers. At right: products that would come into the highest band of those that would gain the criterion.'
    ) + cut
  );
}

/** Which criterion, attained everywhere, would bring most products into the highest band. */
export function topBandFigure(gains: readonly NamedGain[], edges: Edges, locale: Locale): Figure {
  const ranked = rankedGains(gains);
  const drawn = ranked.filter(({ rising }) => rising > 0).slice(0, drawnAtMost);
  return {
    id: 'top-band',
    title: title(ranked, edges, locale),
    subline: say(
      locale,
      'Nombre de produits qui changeraient de tranche si le critère était atteint partout',
      'Number of products that would change band if the criterion were attained everywhere'
    ),
    caption: caption(drawn.length, ranked.length, locale),
    drawing:
      drawn.length === 0
        ? undefined
        : {
            chart: 'stackedBars',
            rows: {
              head: say(locale, 'entrées / gains', 'come in / gain it'),
              most: Math.max(...drawn.map(({ rising }) => rising)),
              key: [
                { name: say(locale, 'vers la tranche haute', 'into the highest band'), fill: 'band-4' },
                { name: say(locale, 'vers une autre tranche', 'into another band'), fill: 'band-3' }
              ],
              rows: drawn.map((gain) => ({
                code: gain.code,
                label: gain.label,
                figure: `${integer(gain.entering, locale)}/${integer(gain.gaining, locale)}`,
                parts: [
                  { n: gain.entering, fill: 'band-4', ink: 'on-band-4', words: words(gain, locale) },
                  {
                    n: gain.rising - gain.entering,
                    fill: 'band-3',
                    ink: 'on-band-3',
                    words: words(gain, locale)
                  }
                ]
              }))
            }
          },
    table: {
      columns: [
        { label: 'Code', kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Entrées dans la tranche haute', 'Into the highest band'), kind: 'count' },
        { label: say(locale, 'Changements de tranche', 'Changes of band'), kind: 'count' },
        { label: say(locale, 'Produits qui le gagneraient', 'Products that would gain it'), kind: 'count' }
      ],
      rows: ranked.map(({ code, label, entering, rising, gaining }) => [
        code,
        label,
        entering,
        rising,
        gaining
      ])
    }
  };
}
