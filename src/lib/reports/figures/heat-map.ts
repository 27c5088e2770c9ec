import type { HeatMapCell, HeatMapLine, HeatMapRows } from '#lib/charts/heat-map.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { bandIndex } from '#lib/maturity/bands.ts';
import type { CorridorCell, CriterionByCorridor } from '#lib/maturity/corridor-differences.ts';
import type { CorridorFigures } from '#lib/maturity/figures.ts';
import { isFinding, pValue, threshold } from '../chance.ts';
import type { CorridorData } from '../criteria-by-corridor-data.ts';
import type { Column, Figure } from '../figure.ts';
import { corridorName } from './corridors.ts';

/** With fewer products a cell shows their number and no share. */
export const fewProducts = 5;

export interface HeatLine extends HeatMapLine {
  theme: string;
  conditional: boolean;
  applicable: number;
  attained: number;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function cellOf(name: string, cell: CorridorCell, data: CorridorData, locale: Locale): HeatMapCell {
  const { attained: n, applicable: N, corridor } = cell;
  const where = `${name}, ${corridorName(corridor, locale)}`;
  const counts = `${integer(n, locale)} ${say(locale, 'sur', 'of')} ${integer(N, locale)}`;
  const share = N < fewProducts ? '' : `, ${percent(cell.rate, locale)}`;
  return {
    n,
    N,
    band: N < fewProducts ? null : (bandIndex(n, N, data.edges) ?? null),
    words: say(locale, `${where} : ${counts}${share}`, `${where}: ${counts}${share}`)
  };
}

/** One line a criterion, its cells in the order of the data's corridors. */
export function heatLine(row: CriterionByCorridor, data: CorridorData, locale: Locale): HeatLine {
  const { code, theme, scope, applicable, attained, rate, adjusted } = row;
  const label = data.names(code, locale);
  const cells = new Map(row.corridors.map((cell) => [cell.corridor, cell]));
  const none = { applicable: 0, attained: 0, rate: null };
  return {
    code,
    label,
    theme,
    conditional: scope === 'conditional',
    applicable,
    attained,
    rate,
    mark: adjusted !== null && isFinding(adjusted) ? pValue(adjusted, locale) : '',
    cells: data.corridors.map(({ corridor }) =>
      cellOf(`${code} ${label}`, cells.get(corridor) ?? { corridor, ...none }, data, locale)
    )
  };
}

/** The shown cells of a criterion that has two of them at least. */
function shown({ corridors }: CriterionByCorridor): CorridorCell[] {
  const cells = corridors.filter(({ applicable }) => applicable >= fewProducts);
  return cells.length < 2 ? [] : cells;
}

function atLeastIn(edge: number): (cell: CorridorCell) => boolean {
  return ({ attained, applicable }) => 100 * attained >= edge * applicable;
}

/** How many criteria reach the upper edge in every corridor shown, and how many stay below the lower in all. */
function title({ criteria, edges }: CorridorData, locale: Locale): string {
  const comparable = criteria.map(shown).filter((cells) => cells.length > 0);
  const low = edges[0] ?? 0;
  const high = (edges.length > 2 ? edges.at(-2) : edges.at(-1)) ?? 100;
  if (comparable.length === 0)
    return say(
      locale,
      `Moins de ${fewProducts} produits par case : pas de taux à comparer`,
      `Fewer than ${fewProducts} products a cell: no rates to compare`
    );
  const highs = comparable.filter((cells) => cells.every(atLeastIn(high))).length;
  const lows = comparable.filter((cells) => !cells.some(atLeastIn(low))).length;
  return `${reachingClause(highs, high, locale)}${remainingClause(lows, low, locale)}`;
}

function reachingClause(n: number, edge: number, locale: Locale): string {
  const fr =
    n === 0
      ? `Aucun critère n'atteint ${edge} % dans chaque couloir`
      : `${count(n, 'criterion', 'fr')} ${isSingular(n, 'fr') ? 'atteint' : 'atteignent'} ${edge} % dans chaque couloir`;
  const en =
    n === 0
      ? `No criterion reaches ${edge}% in every corridor`
      : `${count(n, 'criterion', 'en')} ${n === 1 ? 'reaches' : 'reach'} ${edge}% in every corridor`;
  return say(locale, fr, en);
}

function remainingClause(n: number, edge: number, locale: Locale): string {
  const fr =
    n === 0
      ? `, aucun n'y reste sous ${edge} %`
      : `, ${integer(n, 'fr')} ${isSingular(n, 'fr') ? 'y reste' : 'y restent'} sous ${edge} %`;
  const en =
    n === 0
      ? `, none stays below ${edge}% in all of them`
      : `, ${integer(n, 'en')} ${n === 1 ? 'stays' : 'stay'} below ${edge}% in all of them`;
  return say(locale, fr, en);
}

function smallest({ criteria }: CorridorData, locale: Locale): string {
  const [least] = criteria
    .filter(({ p }) => p !== null)
    .sort((a, b) => (a.p ?? 1) - (b.p ?? 1) || (a.code < b.code ? -1 : 1));
  if (!least || least.p === null || least.adjusted === null) return '';
  const [p, adjusted] = [pValue(least.p, locale), pValue(least.adjusted, locale)];
  return say(
    locale,
    ` Plus petite probabilité : ${least.code}, ${p} (corrigée : ${adjusted}).`,
    ` Smallest probability: ${least.code}, ${p} (adjusted: ${adjusted}).`
  );
}

function caption(data: CorridorData, locale: Locale): string {
  const tested = data.criteria.filter(({ p }) => p !== null).length;
  const draws = Math.max(0, ...data.criteria.map((row) => row.draws ?? 0));
  const how =
    draws === 0
      ? say(locale, 'tous les échanges possibles', 'all possible exchanges')
      : say(
          locale,
          `${integer(data.mostDraws, 'fr')} tirages au plus`,
          `${integer(data.mostDraws, 'en')} draws at most`
        );
  return (
    say(
      locale,
      `n/N : produits à la cible sur produits du couloir concernés. Hachuré : moins de ${fewProducts} produits, hors du titre. Couloirs rangés par taux d'ensemble. Test par permutation : les couloirs des produits d'un éditeur changent de place, d'un bloc, avec ceux d'un autre éditeur qui en a autant (${how}) ; somme de n²/N sur les couloirs ; seuil de ${threshold('fr')} corrigé pour ${count(tested, 'criterion', 'fr')} (Benjamini et Hochberg).`,
      `n/N: products at target of the corridor's products concerned. Hatched: fewer than ${fewProducts} products, not in the title. Corridors in order of their overall rates. Permutation test: the corridors of one vendor's products change places, as one block, with those of another vendor with as many (${how}); sum of n²/N over corridors; threshold of ${threshold('en')} adjusted for ${count(tested, 'criterion', 'en')} (Benjamini and Hochberg).`
    ) + smallest(data, locale)
  );
}

function subline(lines: HeatLine[], locale: Locale): string {
  const isMarked = lines.some(({ mark }) => mark !== '');
  return (
    say(
      locale,
      'Part des produits concernés qui sont à la cible, par couloir.',
      'Share of the products concerned that are at target, by corridor.'
    ) +
    (isMarked
      ? say(
          locale,
          ' Lignes marquées, en gras avec leur probabilité corrigée : celles qui passent le test.',
          ' Marked lines, bold with their adjusted probability: those that pass the test.'
        )
      : say(
          locale,
          ' Aucune ligne n’est marquée : aucune ne passe le test.',
          ' No line is marked: none passes the test.'
        ))
  );
}

function columns(corridors: CorridorFigures[], locale: Locale): Column[] {
  return [
    { label: 'Code', kind: 'text' },
    { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
    { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
    { label: 'n', kind: 'count' },
    { label: 'N', kind: 'count' },
    { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
    { label: 'p', kind: 'probability' },
    { label: say(locale, 'p corrigée', 'Adjusted p'), kind: 'probability' },
    ...corridors.flatMap(({ corridor }): Column[] => {
      const name = capitalised(corridorName(corridor, locale));
      return [
        { label: `${name}, n`, kind: 'count' },
        { label: `${name}, N`, kind: 'count' },
        { label: say(locale, `${name}, part`, `${name}, share`), kind: 'share' }
      ];
    })
  ];
}

/** What stands over the columns. */
export function heatHeads(data: CorridorData, order: string, locale: Locale): HeatMapRows['heads'] {
  return {
    criterion: say(locale, 'Critère', 'Criterion'),
    order,
    all: say(locale, 'Tous', 'All'),
    products: integer(data.products, locale),
    total: say(locale, 'Tous critères', 'All criteria')
  };
}

export function heatColumns({ corridors }: CorridorData, locale: Locale): HeatMapRows['columns'] {
  return corridors.map(({ corridor, products, rate }) => ({
    name: capitalised(corridorName(corridor, locale)),
    products: count(products, 'product', locale),
    rate
  }));
}

/** Criteria by corridor; without a drawing where there are not two corridors to compare. */
export function heatMapFigure(
  data: CorridorData,
  groups: { name: string; lines: HeatLine[] }[],
  order: string,
  locale: Locale
): Figure {
  const lines = groups.flatMap((group) => group.lines);
  const rows = new Map(data.criteria.map((row) => [row.code, row]));
  return {
    id: 'heat-map',
    title: title(data, locale),
    subline: subline(lines, locale),
    caption: caption(data, locale),
    drawing:
      data.corridors.length < 2 || lines.length === 0
        ? undefined
        : {
            chart: 'heatMap',
            rows: {
              columns: heatColumns(data, locale),
              heads: heatHeads(data, order, locale),
              rate: data.rate,
              groups,
              bandCount: data.edges.length + 1
            }
          },
    table: {
      columns: columns(data.corridors, locale),
      rows: lines.map(({ code, label, theme, attained, applicable, rate, cells }) => [
        code,
        label,
        theme,
        attained,
        applicable,
        rate,
        rows.get(code)?.p ?? null,
        rows.get(code)?.adjusted ?? null,
        ...cells.flatMap(({ n, N }) => [n, N, N === 0 ? null : n / N])
      ])
    }
  };
}
