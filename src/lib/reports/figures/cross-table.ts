import type { FlowKind } from '#lib/charts/band-flow.ts';
import { bandShortName } from '#lib/i18n/bands.ts';
import { decimal, integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, say } from '#lib/i18n/wording.ts';
import { countFlows, type Place } from '#lib/maturity/flows.ts';
import type { EvolutionData } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';
import { kindOf, unratedNote } from './band-flow.ts';

/** Products by where they stood (rows) and stand (columns); totals are those of a campaign's band. */
export interface CrossTable {
  before: string;
  after: string;
  columns: string[];
  /** How many of the columns are bands. */
  bands: number;
  rows: { name: string; cells: { products: number; kind: FlowKind }[]; total: number }[];
  totals: number[];
}

/** One line under the cross-table: of the panel, and of all products of each campaign; never mixed. */
export interface KeyFact {
  label: string;
  panel: string;
  all: string;
}

export interface KeyFacts {
  panel: string;
  /** How many products. */
  inPanel: string;
  all: string;
  inAll: string;
  facts: KeyFact[];
}

function placesOf({ evolution: { bands, flows } }: EvolutionData, side: 'from' | 'to'): Place[] {
  const hasUnrated = flows.some((flow) => flow[side] === 'unrated');
  return [...bands.map((_, i) => i).reverse(), ...(hasUnrated ? (['unrated'] as const) : []), 'absent'];
}

function shortName(place: Place, side: 'from' | 'to', { evolution }: EvolutionData, locale: Locale): string {
  const band = typeof place === 'number' ? evolution.bands[place] : undefined;
  if (band) return bandShortName(band, locale);
  if (place === 'unrated') return say(locale, 'Sans taux', 'No rate');
  return side === 'from' ? say(locale, 'Entrés', 'Entered') : say(locale, 'Sortis', 'Left');
}

export function crossTable(data: EvolutionData, locale: Locale): CrossTable {
  const { flows, bands } = data.evolution;
  const [from, to] = [placesOf(data, 'from'), placesOf(data, 'to')];
  const products = (a: Place, b: Place) =>
    flows.find((flow) => flow.from === a && flow.to === b)?.products ?? 0;
  const is = (place: Place) => (other: Place) => other === place;
  const isAny = () => true;
  return {
    ...data.names,
    columns: to.map((place) => shortName(place, 'to', data, locale)),
    bands: bands.length,
    rows: from.map((row) => ({
      name: shortName(row, 'from', data, locale),
      cells: to.map((column) => ({
        products: products(row, column),
        kind: kindOf({ from: row, to: column })
      })),
      total: countFlows(flows, is(row), isAny)
    })),
    totals: to.map((column) => countFlows(flows, isAny, is(column)))
  };
}

function title({ evolution: { moves } }: EvolutionData, locale: Locale): string {
  const N = moves.up + moves.same + moves.down;
  if (N === 0)
    return say(
      locale,
      'Aucun produit suivi d’une campagne à l’autre',
      'No product followed from one campaign to the other'
    );
  if (moves.same === N)
    return say(locale, 'Tout le panel reste dans sa tranche', 'The whole panel stays in its bands');
  if (N < 5)
    return say(
      locale,
      `${integer(moves.same, 'fr')} des ${count(N, 'product', 'fr')} du panel dans la même tranche`,
      `${integer(moves.same, 'en')} of the panel’s ${count(N, 'product', 'en')} in the same band`
    );
  const share = percent(moves.same / N, locale);
  return say(locale, `${share} du panel reste dans sa tranche`, `${share} of the panel stays in its band`);
}

/** The cross-table as a figure: a table, with nothing to draw. */
export function crossTableFigure(data: EvolutionData, locale: Locale): Figure {
  const { before, after, columns, rows, totals } = crossTable(data, locale);
  const total = say(locale, 'Total', 'Total');
  return {
    id: 'cross-table',
    title: title(data, locale),
    subline: say(
      locale,
      `Nombre de produits, de ${before} (lignes) à ${after} (colonnes)`,
      `Number of products, from ${before} (rows) to ${after} (columns)`
    ),
    caption:
      say(
        locale,
        'Bleu : monte. Ocre : descend. Gris : même tranche. Panel : mêmes produits et critères, cibles de la première campagne ; toutes réponses : chacune aux siennes.',
        'Blue: moves up. Ochre: moves down. Grey: same band. Panel: same products and criteria, targets of the first campaign; all answers: each by its own.'
      ) + unratedNote(data, locale),
    table: {
      columns: [before, ...columns, total].map((label, i) => ({ label, kind: i === 0 ? 'text' : 'count' })),
      rows: [
        ...rows.map(({ name, cells, total }) => [name, ...cells.map(({ products }) => products), total]),
        [total, ...totals, null]
      ]
    }
  };
}

function range(before: number | null, after: number | null, locale: Locale): string {
  if (before === null && after === null) return '–';
  const from = before === null ? '–' : decimal(before * 100, locale);
  return `${from} → ${percent(after, locale, 1)}`;
}

/** Medians and means of panel and cross-section side by side, and how many of the panel rose and fell. */
export function keyFacts({ evolution: { panel, before, after } }: EvolutionData, locale: Locale): KeyFacts {
  const of = (n: number) =>
    `${integer(n, locale)} ${say(locale, 'sur', 'of')} ${integer(panel.products, locale)}`;
  return {
    panel: say(locale, 'Panel', 'Panel'),
    inPanel: count(panel.products, 'product', locale),
    all: say(locale, 'Toutes réponses', 'All answers'),
    inAll: say(
      locale,
      `${integer(before.rated, 'fr')} puis ${count(after.rated, 'product', 'fr')}`,
      `${integer(before.rated, 'en')}, then ${count(after.rated, 'product', 'en')}`
    ),
    facts: [
      {
        label: say(locale, 'Médiane', 'Median'),
        panel: range(panel.medianBefore, panel.medianAfter, locale),
        all: range(before.median, after.median, locale)
      },
      {
        label: say(locale, 'Taux moyen', 'Mean rate'),
        panel: range(panel.meanBefore, panel.meanAfter, locale),
        all: range(before.mean, after.mean, locale)
      },
      ...(panel.products === 0
        ? []
        : [
            { label: say(locale, 'En hausse', 'Up'), panel: of(panel.up), all: '' },
            { label: say(locale, 'En baisse', 'Down'), panel: of(panel.down), all: '' },
            { label: say(locale, 'Inchangés', 'Unchanged'), panel: of(panel.unchanged), all: '' }
          ])
    ]
  };
}
