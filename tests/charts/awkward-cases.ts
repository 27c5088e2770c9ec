import { bandChange } from '#lib/charts/band-change.ts';
import { bandFlow } from '#lib/charts/band-flow.ts';
import type { ChartOptions } from '#lib/charts/chart.ts';
import { criteriaLevels, levelsBy } from '#lib/charts/criteria-levels.ts';
import { heatMap } from '#lib/charts/heat-map.ts';
import { levelCell } from '#lib/charts/level-cell.ts';
import { productHistogram } from '#lib/charts/product-histogram.ts';
import { rankedCriteria } from '#lib/charts/ranked-criteria.ts';
import { rankedValues, type RankedValuesRows } from '#lib/charts/ranked-values.ts';
import { shareRows, type ShareRowsRows } from '#lib/charts/share-rows.ts';
import { stackedBars } from '#lib/charts/stacked-bars.ts';
import { themeRates } from '#lib/charts/theme-rates.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { Case } from './cases.ts';
import { barRows, heatRows } from './corridor-cases.ts';
import * as evolution from './evolution-rows.ts';
import * as rows from './rows.ts';

/* What the other cases leave out of « nothing, one, 59 criteria with long labels, 100,000 products ». */

const long =
  'Mise en œuvre d’une authentification à deux facteurs pour tous les comptes d’administration du produit';
const fiftyNine = Array.from({ length: 59 }, (_, i) => i);

type Draw = Case['draw'];

function change(before: number[], after: number[], edges?: number[]): Draw {
  const rated = (counts: number[]) => counts.reduce((sum, n) => sum + n, 0);
  const of = (counts: number[], i: number) => ({ products: counts[i] ?? 0, rated: rated(counts) });
  const bands = bandsOf(edges ?? [20, 60, 80]).map((band, i) => ({
    ...band,
    before: of(before, i),
    after: of(after, i)
  }));
  return (options: ChartOptions) => bandChange({ bands }, options);
}

const eighty = Array.from({ length: 79 }, (_, i) => i + 1);

function levelRow(code: string, label: string, counts: number[], N: number) {
  const n = counts.slice(2).reduce((sum, products) => sum + products, 0);
  return { ...rows.criterion(code, label, n, N), ...rows.levels(counts, 2, N), notApplicable: 100_000 - N };
}

const one = [levelRow('Q01', 'Politique de sécurité', [0, 1], 1)];
const many = [levelRow('Q01', 'Politique de sécurité', [12_345, 30_000, 40_000, 7_655], 100_000)];
const lines = fiftyNine.map((i) => levelRow(`Q${i + 1}`, long, [i, 20, 30, 71 - i], 121));

function histogram(
  bins: { from: number; products: number }[],
  counts: number[],
  median: number | null
): Draw {
  return (options) => productHistogram({ bins, bands: rows.bandCounts(counts), median }, options);
}

function values(labels: string[]): Draw {
  const all: RankedValuesRows = {
    rows: labels.map((label, i) => ({
      code: `Q${i + 1}`,
      label,
      value: i / 59,
      figure: String(i),
      title: label
    })),
    from: 0,
    to: 1,
    ticks: [0, 0.5, 1].map((value) => ({ value, text: String(value) })),
    references: [],
    head: 'corrélation'
  };
  return (options) => rankedValues(all, options);
}

function shares(groups: [title: string, labels: string[]][], total: number): Draw {
  const all: ShareRowsRows = {
    series: [
      { name: 'favorable', fill: 'none' },
      { name: 'réservé', fill: 'rule-strong' }
    ],
    groups: groups.map(([title, labels]) => ({
      title,
      rows: labels.map((label, i) => {
        const first = total === 0 ? 0 : Math.round((total * (i + 1)) / (labels.length + 1));
        return {
          code: `Q${i + 1}`,
          label,
          values: [first, total - first],
          total,
          share: `${total === 0 ? 0 : Math.round((100 * first) / total)}\u00a0%`,
          count: `${first} sur ${total}`
        };
      })
    }))
  };
  return (options) => shareRows(all, options);
}

const theme = (name: string, of: number) => ({
  theme: name,
  rate: 0.5,
  attained: of,
  applicable: 2 * of,
  criteria: [{ code: 'Q01', label: long, rate: 0.5, n: of, N: 2 * of }]
});

function crowd(criteria: number, corridors: number): Draw {
  const map = heatRows(criteria, corridors, long, 'Biologie médicale');
  for (const line of map.groups.flatMap((group) => group.lines))
    for (const cell of line.cells) Object.assign(cell, { n: cell.n * 700, N: cell.N * 700 });
  return (options) => heatMap(map, options);
}

function named(width: number, draws: Record<string, Draw>): Case[] {
  return Object.entries(draws).map(([name, draw]) => ({ name, width, phone: 358, draw }));
}

export const awkwardCases: Case[] = [
  ...named(374, {
    bandChangeNobody: change([], []),
    bandChangeOneProduct: change([1], [0, 0, 0, 1]),
    bandChangeEightyBands: change(eighty, [...eighty].reverse(), eighty),
    bandChangeHundredThousand: change([20_000, 40_000, 30_000, 10_000], [15_000, 38_000, 33_000, 14_000])
  }),
  ...Object.entries<Draw>({
    bandFlowNobody: (options) => bandFlow(evolution.flow([[0, 0, 0, 0, 0]]), options),
    bandFlowHundredThousand: (options) =>
      bandFlow(
        evolution.flow([
          [9000, 800],
          [4000, 30_000, 900],
          [1, 6000, 40_000],
          [0, 0, 3000, 6299]
        ]),
        options
      )
    // phones have a table instead
  }).map(([name, draw]) => ({ name, width: 778, phone: 668, draw })),
  ...named(778, {
    stackedBarsFiftyNine: (options) =>
      stackedBars(
        barRows(
          fiftyNine.map((i) => [100_000 - 1000 * i, 1000 * i]),
          long,
          'Q'
        ),
        options
      ),
    shareRowsNone: shares([], 0),
    shareRowsOne: shares([['Thème', ['Seul']]], 1),
    shareRowsNobody: shares([['Thème', ['Aucune réponse']]], 0),
    shareRowsFiftyNine: shares([[long, fiftyNine.map(() => long)]], 100_000)
  }),
  ...named(1184, {
    criteriaLevelsOne: (options) => criteriaLevels(one, options),
    criteriaLevelsFiftyNine: (options) => criteriaLevels(lines, options),
    criteriaLevelsHundredThousand: (options) => criteriaLevels(many, options),
    levelsByNone: (options) => levelsBy({ head: 'Couloir', rows: [] }, options),
    levelsByFiftyNine: (options) => levelsBy({ head: 'Couloir', rows: lines }, options),
    heatMapOne: (options) => heatMap(heatRows(1, 1, 'Chiffrement', 'Imagerie'), options),
    heatMapFiftyNine: crowd(59, 6),
    productHistogramNone: histogram([], [], null),
    productHistogramOne: histogram([{ from: 42, products: 1 }], [0, 1], 0.42),
    productHistogramHundredThousand: histogram(
      eighty.map((from) => ({ from, products: 1200 + ((from * 37) % 400) })),
      [20_000, 40_000, 30_000, 10_000],
      0.45
    )
  }),
  ...named(576, {
    rankedOne: (options) => rankedCriteria([rows.criterion('Q01', long, 1, 1)], options),
    rankedValuesOne: values(['Seul']),
    rankedValuesFiftyNine: values(fiftyNine.map(() => long)),
    themesNone: (options) => themeRates([], options),
    themesOne: (options) => themeRates([theme('Seul', 1)], options),
    themesHundredThousand: (options) => themeRates([theme(long, 1_300_000)], options)
  }),
  ...named(344, {
    levelOneOfTwo: (options) => levelCell(rows.levels([1, 0], 1, 1), options),
    levelHundredThousand: (options) => levelCell(rows.levels([40_000, 20_000, 39_999], 1, 100_000), options)
  })
];
