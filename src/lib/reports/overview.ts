import { decimal, integer, percent, roundHalfUp, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, counted, isSingular, of, quoted, say } from '#lib/i18n/wording.ts';
import type { Overview } from '#lib/maturity/figures.ts';
import type { Store } from '#lib/server/store.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { Figure } from './figure.ts';
import { bandChangeFigure } from './figures/band-change.ts';
import { bandsFigure } from './figures/bands.ts';
import { corridorsFigure } from './figures/corridors.ts';
import { productsFigure } from './figures/products.ts';
import { allRated, onlyRated, someRated } from './figures/rated-products.ts';
import { extremeCriteria, rankedCriteriaFigures } from './figures/ranked-criteria.ts';
import { themesFigure } from './figures/themes.ts';
import { noProduct } from './no-product.ts';
import { ofOverview, type OverviewData } from './overview-data.ts';

/** One of the four figures at the top. */
export interface KeyFigure {
  label: string;
  value: string;
  /** Written smaller, after the value. */
  unit: string;
  note: string;
}

/** A page's words and figures in one language. */
export interface OverviewReport {
  headline: string;
  /** Sentences in pieces, every second one stressed. */
  lede: string[];
  keys: KeyFigure[];
  figures: Figure[];
}

/** The number of products below the second highest edge: those far from the top. */
function farBelow({ bands }: Overview): { products: number; edge: number } | undefined {
  const edge = bands.at(-2)?.from;
  if (edge === undefined || edge === 0) return undefined;
  return {
    edge,
    products: bands.filter(({ to }) => to <= edge).reduce((sum, { products }) => sum + products, 0)
  };
}

function restSentence(overview: Overview, locale: Locale): string {
  const rest = farBelow(overview);
  if (!rest || rest.products === 0) return '';
  if (rest.products === overview.rated)
    return say(locale, ` ; tous restent sous ${rest.edge} %`, `; all remain below ${rest.edge}%`);
  const n = integer(rest.products, locale);
  return say(
    locale,
    ` ; ${n} ${isSingular(rest.products, 'fr') ? 'reste' : 'restent'} sous ${rest.edge} %`,
    `; ${n} ${rest.products === 1 ? 'remains' : 'remain'} below ${rest.edge}%`
  );
}

function noneSentence(overview: Overview, edge: number, locale: Locale): string {
  const N = integer(overview.rated, locale);
  const isAll = overview.rated === overview.products;
  return say(
    locale,
    `Aucun des ${N} produits${isAll ? '' : ' concernés'} ne déclare atteindre ${edge} % de ses critères`,
    `None of the ${N} products${isAll ? '' : ' concerned'} declares that it attains ${edge}% of its criteria`
  );
}

function topSentence(n: number, edge: number, overview: Overview, locale: Locale): string {
  if (n === 0) return noneSentence(overview, edge, locale);
  const who = n === overview.rated ? allRated(overview, locale) : someRated(n, overview, locale);
  return n === 1
    ? who +
        say(
          locale,
          ` déclare atteindre au moins ${edge} % de ses critères`,
          ` declares that it attains at least ${edge}% of its criteria`
        )
    : who +
        say(
          locale,
          ` déclarent atteindre au moins ${edge} % de leurs critères`,
          ` declare that they attain at least ${edge}% of their criteria`
        );
}

/** The state of the ecosystem in one sentence. */
export function headline(overview: Overview, isFiltered: boolean, locale: Locale): string {
  const { products, rated, bands, median } = overview;
  const top = bands.at(-1);
  if (products === 0) return noProduct(isFiltered, locale);
  if (rated === 0 || !top)
    return say(
      locale,
      "Aucun critère ne s'applique à ces produits",
      'No criterion applies to these products'
    );
  if (rated === 1) {
    const share = percent(median, locale);
    return (
      onlyRated(overview, locale) +
      say(
        locale,
        ` déclare atteindre ${share} de ses critères`,
        ` declares that it attains ${share} of its criteria`
      )
    );
  }
  return topSentence(top.products, top.from, overview, locale) + restSentence(overview, locale);
}

/** French has the singular below 2, English with decimals never. */
function pointsUnit(points: number, locale: Locale): string {
  return locale === 'fr' && isSingular(Math.abs(roundHalfUp(points, 1)), 'fr') ? 'point' : 'points';
}

function panelSentence({ previous }: OverviewData, locale: Locale): string[] {
  if (!previous || previous.progress.progress === null) return [];
  const points = previous.progress.progress * 100;
  const amount = decimal(Math.abs(points), locale);
  const since = quoted(previous.campaign.name, locale);
  const panel = previous.progress.panel;
  if (amount === decimal(0, locale)) {
    return [
      say(
        locale,
        `Depuis ${since}, le panel de ${count(panel, 'product', 'fr')} ne bouge pas en moyenne. `,
        `Since ${since}, the panel of ${count(panel, 'product', 'en')} has not moved on average. `
      )
    ];
  }
  const verb = points > 0 ? say(locale, 'gagne', 'has gained') : say(locale, 'perd', 'has lost');
  return [
    say(
      locale,
      `Depuis ${since}, le panel de ${count(panel, 'product', 'fr')} ${verb} `,
      `Since ${since}, the panel of ${count(panel, 'product', 'en')} ${verb} `
    ),
    `${amount}\u00a0${pointsUnit(points, locale)}`,
    say(locale, ' en moyenne. ', ' on average. ')
  ];
}

function extremesSentence({ criteria, questionnaire }: OverviewData, locale: Locale): string {
  const extremes = extremeCriteria(criteria, questionnaire, locale);
  if (!extremes) return '';
  const { best, worst } = extremes;
  const least = `${integer(worst.n, locale)} ${say(locale, 'sur', 'of')} ${integer(worst.N, locale)}`;
  return say(
    locale,
    `${count(best.n, 'product', 'fr')} sur ${integer(best.N, locale)} ${isSingular(best.n, 'fr') ? 'est' : 'sont'} à la cible pour ${quoted(best.label, locale)}, ${least} pour ${quoted(worst.label, locale)}.`,
    `${integer(best.n, locale)} of ${count(best.N, 'product', 'en')} ${best.n === 1 ? 'is' : 'are'} at target for ${quoted(best.label, locale)}, ${least} for ${quoted(worst.label, locale)}.`
  );
}

function lede(data: OverviewData, locale: Locale): string[] {
  const panel = panelSentence(data, locale);
  const extremes = extremesSentence(data, locale);
  return panel.length === 3
    ? [panel[0] ?? '', panel[1] ?? '', ((panel[2] ?? '') + extremes).trimEnd()]
    : [((panel[0] ?? '') + extremes).trimEnd()];
}

function before(n: number | undefined, name: string | undefined, locale: Locale): string {
  return n === undefined || name === undefined ? '' : `${integer(n, locale)}, ${name}`;
}

function comings({ previous }: OverviewData, locale: Locale): string {
  if (!previous) return '';
  const { entrants, leavers } = previous.progress;
  const entered = counted(entrants, locale === 'fr' ? ['entré', 'entrés'] : ['entered', 'entered'], locale);
  const left = counted(leavers, locale === 'fr' ? ['sorti', 'sortis'] : ['left', 'left'], locale);
  return say(locale, ` : ${entered}, ${left}`, `: ${entered}, ${left}`);
}

function progressKey({ previous, overview }: OverviewData, locale: Locale): KeyFigure {
  if (!previous || previous.progress.progress === null) {
    return {
      label: say(locale, 'Médiane', 'Median'),
      value: percent(overview.median, locale, 1),
      unit: '',
      note: say(locale, "taux d'atteinte du produit médian", 'attainment rate of the median product')
    };
  }
  const panel = count(previous.progress.panel, 'product', locale);
  const medians = [percent(previous.overview.median, locale, 1), percent(overview.median, locale, 1)];
  return {
    label:
      roundHalfUp(previous.progress.progress * 100, 1) < 0
        ? say(locale, 'Recul moyen du panel', 'Mean fall of the panel')
        : say(locale, 'Gain moyen du panel', 'Mean gain of the panel'),
    value: signed(previous.progress.progress * 100, locale),
    unit: pointsUnit(previous.progress.progress * 100, locale),
    note: say(
      locale,
      `${panel}, cibles ${of(previous.campaign.name)} ; médiane de tous : ${medians[0]} puis ${medians[1]}`,
      `${panel}, targets of ${previous.campaign.name}; median of all: ${medians[0]}, then ${medians[1]}`
    )
  };
}

function keys(data: OverviewData, locale: Locale): KeyFigure[] {
  const { overview, previous } = data;
  const name = previous?.campaign.name;
  const { common, conditional } = overview.criteria;
  return [
    {
      label: say(locale, 'Éditeurs', 'Vendors'),
      value: integer(overview.vendors, locale),
      unit: '',
      note: before(previous?.overview.vendors, name, locale)
    },
    {
      label: say(locale, 'Produits', 'Products'),
      value: integer(overview.products, locale),
      unit: '',
      note: before(previous?.overview.products, name, locale) + comings(data, locale)
    },
    {
      label: say(locale, 'Critères', 'Criteria'),
      value:
        conditional === 0
          ? integer(common, locale)
          : `${integer(common, locale)} + ${integer(conditional, locale)}`,
      unit: '',
      note:
        conditional === 0
          ? say(locale, 'communs', 'common')
          : say(locale, 'communs + conditionnels', 'common + conditional')
    },
    progressKey(data, locale)
  ];
}

function isFigure(figure: Figure | undefined): figure is Figure {
  return figure !== undefined;
}

/** The overview's words and figures in a language, from its numbers alone. */
export function writeOverview(data: OverviewData, locale: Locale): OverviewReport {
  const { overview, previous, criteria, questionnaire } = data;
  return {
    headline: headline(overview, data.isFiltered, locale),
    lede: lede(data, locale),
    keys: keys(data, locale),
    figures: [
      bandsFigure(overview, locale),
      previous && bandChangeFigure(overview, previous, locale),
      productsFigure(data, locale),
      ...rankedCriteriaFigures(criteria, questionnaire, locale),
      corridorsFigure(data, locale),
      themesFigure(data, locale)
    ].filter(isFigure)
  };
}

/** The overview of what was asked, in words and figures; cached, so that its drawings are made once. */
export function overviewReport(store: Store, asked: AskedView, locale: Locale): Promise<OverviewReport> {
  return ofOverview(store, asked, `report ${locale}`, (data) => writeOverview(data, locale));
}
