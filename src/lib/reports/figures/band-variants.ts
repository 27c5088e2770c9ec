import { bandToken } from '#lib/charts/band-token.ts';
import type { StackedBarsRow } from '#lib/charts/stacked-bars.ts';
import { productsOf } from '#lib/charts/words.ts';
import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { edgeStep, type BandVariant, type Change } from '#lib/maturity/band-variants.ts';
import type { Figure } from '../figure.ts';

const mostInKey = 6;

function name(change: Change, locale: Locale): string {
  if (change.kind === 'edge') {
    const { from, to } = change;
    return to < from
      ? say(locale, `Borne de ${from} % abaissée à ${to} %`, `Edge of ${from}% lowered to ${to}%`)
      : say(locale, `Borne de ${from} % relevée à ${to} %`, `Edge of ${from}% raised to ${to}%`);
  }
  if (change.kind === 'unanswered')
    return change.rule === 'exclude'
      ? say(locale, 'Sans réponse exclu des dénominateurs', 'No answer left out of denominators')
      : say(locale, 'Sans réponse compté comme non atteint', 'No answer counted as not attained');
  return change.kind === 'blank'
    ? say(
        locale,
        'Cases vides des critères conditionnels : sans réponse',
        'Blanks on conditional criteria: no answer'
      )
    : say(locale, 'Réglages en vigueur', 'Settings in force');
}

function topOf({ bands }: BandVariant): number {
  return bands.at(-1)?.products ?? 0;
}

function title(variants: readonly BandVariant[], locale: Locale): string {
  const [now] = variants;
  if (!now || variants.every(({ rated }) => rated === 0))
    return say(locale, 'Aucun produit à répartir en tranches', 'No product to put into bands');
  const tops = variants.map(topOf);
  const [low, high, own] = [Math.min(...tops), Math.max(...tops), topOf(now)];
  if (low === high)
    return say(
      locale,
      `La tranche haute compte ${count(own, 'product', 'fr')} quel que soit le réglage changé`,
      `The highest band holds ${count(own, 'product', 'en')} whichever setting is changed`
    );
  return say(
    locale,
    `Un seul réglage changé, la tranche haute compterait de ${integer(low, 'fr')} à ${count(high, 'product', 'fr')}, au lieu de ${integer(own, 'fr')}`,
    `With one setting changed, the highest band would hold from ${integer(low, 'en')} to ${count(high, 'product', 'en')}, instead of ${integer(own, 'en')}`
  );
}

function row({ change, rated, bands }: BandVariant, locale: Locale): StackedBarsRow {
  const label = name(change, locale);
  return {
    code: '',
    label,
    figure: `${integer(bands.at(-1)?.products ?? 0, locale)}/${integer(rated, locale)}`,
    parts: bands.map((band, i) => {
      const what = `${label}, ${bandName(band, locale)}`;
      const counts = productsOf(band.products, rated, locale, 1);
      return {
        n: band.products,
        fill: bandToken(i, bands.length),
        ink: bandToken(i, bands.length, 'on-band'),
        words: say(locale, `${what} : ${counts}`, `${what}: ${counts}`)
      };
    })
  };
}

function keyOf(variants: readonly BandVariant[], locale: Locale) {
  const bands = variants[0]?.bands ?? [];
  const key = bands.map((band, i) => ({ name: bandName(band, locale), fill: bandToken(i, bands.length) }));
  return key.length <= mostInKey ? key : [...key.slice(0, 1), ...key.slice(-1)];
}

function caption(variants: readonly BandVariant[], locale: Locale): string {
  const rated = variants[0]?.rated ?? 0;
  const few = isSingular(rated, locale);
  return say(
    locale,
    `N = ${count(rated, 'product', 'fr')}${few ? '' : ' avec les réglages en vigueur'}. Chaque ligne change un réglage et lui seul ; bornes déplacées de ${edgeStep} points. À droite : produits de la tranche haute sur produits qui ont un taux.`,
    `N = ${count(rated, 'product', 'en')}${few ? '' : ' with the settings in force'}. Each line changes one setting alone; edges are moved by ${edgeStep} points. At right: products in the highest band of those with a rate.`
  );
}

/** How far the bands hang on their edges and on what counts as unanswered. */
export function bandVariantsFigure(variants: readonly BandVariant[], locale: Locale): Figure {
  const isRated = variants.some(({ rated }) => rated > 0);
  const count = variants[0]?.bands.length ?? 0;
  return {
    id: 'band-variants',
    title: title(variants, locale),
    subline: say(
      locale,
      'Nombre de produits par tranche, un réglage changé à la fois',
      'Number of products by band, one setting changed at a time'
    ),
    caption: caption(variants, locale),
    drawing: isRated
      ? {
          chart: 'stackedBars',
          rows: {
            head: say(locale, 'tranche haute', 'highest band'),
            most: Math.max(...variants.map(({ rated }) => rated)),
            key: keyOf(variants, locale),
            rows: variants.map((variant) => row(variant, locale))
          }
        }
      : undefined,
    table: {
      columns: [
        { label: say(locale, 'Réglage', 'Setting'), kind: 'text' },
        ...Array.from({ length: count }, (_, i) => ({
          label: say(locale, `Tranche ${i + 1}`, `Band ${i + 1}`),
          kind: 'count' as const
        })),
        { label: 'N', kind: 'count' }
      ],
      rows: variants.map(({ change, bands, rated }) => [
        name(change, locale),
        ...bands.map(({ products }) => products),
        rated
      ])
    }
  };
}
