import { bandToken } from '#lib/charts/band-token.ts';
import { bandName } from '#lib/i18n/bands.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { integer } from '#lib/i18n/format.ts';
import type { BandShown, DossierCounts } from '../counts.ts';
import type { ColumnsRows, DossierFigure } from '../dossier.ts';
import { countWords, isKnown, type Shown } from '../shown.ts';
import { masked, maskedShare } from '../masked.ts';

/** What all of the bands add up to; undefined where one may not be said. */
function sum(bands: readonly BandShown[]): number | undefined {
  return bands.every(({ products }) => isKnown(products))
    ? bands.reduce((total, { products }) => total + (isKnown(products) ? products : 0), 0)
    : undefined;
}

/** The middle edge: what lies below it, and what at it or above. */
function halves(bands: BandShown[]): { edge: number; below: BandShown[]; above: BandShown[] } | undefined {
  const at = Math.ceil(bands.length / 2);
  const edge = bands[at]?.from;
  return edge === undefined ? undefined : { edge, below: bands.slice(0, at), above: bands.slice(at) };
}

function title({ bands, sizes }: DossierCounts, locale: Locale): string {
  const split = halves(bands);
  const below = split && sum(split.below);
  if (!isKnown(sizes.rated))
    return say(
      locale,
      'Les tranches sont masquées : trop peu de produits ou d’éditeurs',
      'Bands are masked: too few products or vendors'
    );
  const N = integer(sizes.rated, locale);
  if (!split || below === undefined)
    return say(
      locale,
      `Répartition de ${count(sizes.rated, 'product', 'fr')} par tranche`,
      `${count(sizes.rated, 'product', 'en')} by band`
    );
  if (sizes.rated === 1)
    return say(
      locale,
      `Le seul produit déclare atteindre ${below === 1 ? 'moins de' : 'au moins'} ${split.edge} % de ses critères`,
      `The only product declares attaining ${below === 1 ? 'less than' : 'at least'} ${split.edge}% of its criteria`
    );
  if (below === 0)
    return say(
      locale,
      `Aucun des ${N} produits ne déclare atteindre moins de ${split.edge} % de ses critères`,
      `None of the ${N} products declares that it attains less than ${split.edge}% of its criteria`
    );
  const one = isSingular(below, locale);
  return say(
    locale,
    `${count(below, 'product', 'fr')} sur ${N} ${one ? 'déclare' : 'déclarent'} atteindre moins de ${split.edge} % de ${one ? 'ses' : 'leurs'} critères`,
    `${integer(below, 'en')} of ${N} products ${one ? 'declares' : 'declare'} attaining less than ${split.edge}% of ${one ? 'its' : 'their'} criteria`
  );
}

function bracket(
  { bands, sizes }: DossierCounts,
  side: 'below' | 'above',
  locale: Locale
): ColumnsRows['brackets'] {
  const split = halves(bands);
  const products = split && sum(split[side]);
  if (!split || products === undefined || bands.length < 4 || !isKnown(sizes.rated)) return [];
  const at = Math.ceil(bands.length / 2);
  const N = integer(sizes.rated, locale);
  const words = say(
    locale,
    `${count(products, 'product', 'fr')} sur ${N} ${side === 'below' ? `sous ${split.edge} %` : `à ${split.edge} % ou plus`}`,
    `${integer(products, 'en')} of ${N} products ${side === 'below' ? `under ${split.edge}%` : `at ${split.edge}% or over`}`
  );
  const [from, to] = side === 'below' ? [0, at - 1] : [at, bands.length - 1];
  return [{ from, to, text: words, strong: side === 'below' }];
}

function columnName({ from, to }: BandShown, locale: Locale): string {
  if (from > 0 && to < 100) return say(locale, `${from} à moins de ${to} %`, `${from} to under ${to}%`);
  return bandName({ from, to }, locale);
}

function value(products: Shown): number {
  return isKnown(products) ? products : 0;
}

function native(counts: DossierCounts, locale: Locale): DossierFigure['native'] {
  const { bands } = counts;
  return {
    chart: 'columns',
    rows: {
      series: say(locale, 'Produits', 'Products'),
      columns: bands.map((band, i) => ({
        label: columnName(band, locale),
        value: value(band.products),
        fill: bandToken(i, bands.length),
        ...(i > 0 && i < bands.length - 1 ? { edge: 'band-3' as const } : {}),
        ...(isKnown(band.products) ? {} : { text: countWords(band.products, locale) })
      })),
      brackets: [...bracket(counts, 'below', locale), ...bracket(counts, 'above', locale)]
    }
  };
}

function drawing({ bands, sizes }: DossierCounts): DossierFigure['drawing'] {
  const known = bands.map(({ from, to, products }) => ({ from, to, products: value(products) }));
  return sum(bands) === undefined || !isKnown(sizes.rated) || sizes.rated === 0
    ? undefined
    : { chart: 'bandBar', rows: { bands: known, rated: sizes.rated } };
}

function sizeWords(rated: number, locale: Locale): string {
  return say(
    locale,
    `N = ${count(rated, 'product', 'fr')} avec un critère applicable au moins.`,
    `N = ${count(rated, 'product', 'en')} with one applicable criterion at least.`
  );
}

/** How the campaign's products fall into the bands. */
export function bandsFigure(counts: DossierCounts, locale: Locale): DossierFigure {
  const { bands, sizes } = counts;
  return {
    id: 'bands',
    title: title(counts, locale),
    subline: say(
      locale,
      'Nombre de produits selon la part de leurs critères applicables qui est atteinte',
      'Products by the share of their applicable criteria that is attained'
    ),
    caption: [
      isKnown(sizes.rated) ? sizeWords(sizes.rated, locale) : '',
      say(locale, 'Bord inférieur compris, supérieur exclu.', 'Lower edge in, upper edge out.')
    ]
      .join(' ')
      .trim(),
    drawing: drawing(counts),
    ...(isKnown(sizes.rated) && sizes.rated > 0 ? { native: native(counts, locale) } : {}),
    table: {
      columns: [
        { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' }
      ],
      rows: bands.map((band) => [
        bandName(band, locale),
        masked(band.products),
        masked(sizes.rated),
        maskedShare(band.products, sizes.rated)
      ])
    }
  };
}
