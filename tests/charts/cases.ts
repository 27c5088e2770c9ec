import { bandBar } from '#lib/charts/band-bar.ts';
import { bandChange } from '#lib/charts/band-change.ts';
import type { ChartOptions } from '#lib/charts/chart.ts';
import { corridorRates } from '#lib/charts/corridor-rates.ts';
import { criteriaLevels, levelsBy } from '#lib/charts/criteria-levels.ts';
import { intervalCell, intervalKey, themeTickCell } from '#lib/charts/interval-cell.ts';
import { levelCell, levelKey, notApplicableCell } from '#lib/charts/level-cell.ts';
import { productHistogram } from '#lib/charts/product-histogram.ts';
import { productPosition } from '#lib/charts/product-position.ts';
import { productStrip } from '#lib/charts/product-strip.ts';
import { rankedCriteria } from '#lib/charts/ranked-criteria.ts';
import { shareBar } from '#lib/charts/share-bar.ts';
import { steps } from '#lib/charts/steps.ts';
import { themeProfile } from '#lib/charts/theme-profile.ts';
import { themeRates } from '#lib/charts/theme-rates.ts';
import type { BandCount } from '#lib/maturity/figures.ts';
import { corridorCases } from './corridor-cases.ts';
import { analysisCases } from './analysis-cases.ts';
import { awkwardCases } from './awkward-cases.ts';
import { evolutionCases } from './evolution-cases.ts';
import { frontierCases } from './frontier-cases.ts';
import * as rows from './rows.ts';

/** One case: drawn at its full width and at a phone's, in the snapshots and in the gallery alike. */
export interface Case {
  name: string;
  width: number;
  phone: number;
  draw: (options: ChartOptions) => SVGSVGElement;
}

const manyEdges = Array.from({ length: 79 }, (_, i) => i + 1);

function bar(bands: BandCount[]) {
  const rated = bands.reduce((sum, band) => sum + band.products, 0);
  return (options: ChartOptions) => bandBar({ bands, rated }, options);
}

function strip(rates: number[], median: number | null) {
  const dots = rows.dotsOf(rates);
  const bands = rows.bandsOfDots(dots);
  return (options: ChartOptions) => productStrip({ rates: dots, bands, median }, options);
}

function change(before: number[], after: number[]) {
  const total = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
  const bands = rows.bandCounts(before).map(({ from, to }, i) => ({
    from,
    to,
    before: { products: before[i] ?? 0, rated: total(before) },
    after: { products: after[i] ?? 0, rated: total(after) }
  }));
  return (options: ChartOptions) => bandChange({ bands }, options);
}

function position(own: number, rates: number[], median: number | null, name = 'Orvelis Dossier') {
  const dots = rows.dotsOf([own, ...rates]);
  const [first = rows.dot(0, 0), ...others] = dots;
  const all = {
    own: { ...first, name },
    rates: others,
    bands: rows.bandsOfDots(dots),
    median,
    of: 'du couloir'
  };
  return (options: ChartOptions) => productPosition(all, options);
}

function stairs(level: number | null, target: number, levels: number, small = false) {
  return (options: ChartOptions) => steps({ level, target, levels, small }, { ...options, width: 62 });
}

const wholeWidth = { width: 1184, phone: 358 };
const eight = { width: 778, phone: 358 };
const six = { width: 576, phone: 358 };
const five = { width: 474, phone: 358 };
const four = { width: 373, phone: 358 };
const bars = { width: 344, phone: 262 };
const shares = { width: 168, phone: 168 };

function evenly(count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, (_, i) => from + (to - from) * ((i * 0.618034) % 1));
}

function named(size: { width: number; phone: number }, draws: Record<string, Case['draw']>): Case[] {
  return Object.entries(draws).map(([name, draw]) => ({ name, ...size, draw }));
}

export const cases: Case[] = [
  ...named(eight, {
    bandBarSample: bar(rows.sampleBands),
    bandBarNarrowSegments: bar(rows.bandCounts([1, 66, 2, 2])),
    bandBarNarrowEnds: bar(rows.bandCounts([1, 1, 200, 1])),
    bandBarOneBand: bar(rows.bandCounts([0, 71, 0, 0])),
    bandBarOneProduct: bar(rows.bandCounts([0, 0, 0, 1])),
    bandBarNone: bar(rows.bandCounts([])),
    bandBarMillion: bar(rows.bandCounts([120000, 480000, 300000, 100000])),
    bandBarEightyBands: bar(
      rows.bandCounts(
        manyEdges.map((edge) => (edge * 7) % 11),
        manyEdges
      )
    )
  }),
  ...named(wholeWidth, {
    productStripSample: (options) =>
      productStrip({ rates: rows.sampleDots, bands: rows.sampleBands, median: 0.479 }, options),
    productStripFourHundred: strip(evenly(400, 0, 1), 0.5),
    productStripOneProduct: strip([0.12], 0.12),
    productStripNone: strip([], null),
    productStripEnds: strip([0, 0, 0, 1, 1, 1, 1], 1),
    productStripAllAtOne: strip(new Array<number>(90).fill(0.5), 0.5),
    productStripEightyBands: (options) =>
      productStrip(
        {
          rates: rows.sampleDots.map((d) => ({ ...d, band: Math.floor(d.rate * 79) })),
          bands: rows.bandCounts([], manyEdges),
          median: 0.479
        },
        options
      ),
    productHistogramSample: (options) =>
      productHistogram(
        { bins: rows.manyBins, bands: rows.bandCounts([140, 800, 230, 40]), median: 0.45 },
        options
      ),
    productHistogramWide: (options) =>
      productHistogram(
        {
          bins: [5, 10, 20, 40, 55, 75, 95].map((from, i) => ({ from, products: i + 1 })),
          bands: rows.bandCounts([3, 12, 6, 7]),
          median: 0.45,
          step: 5
        },
        options
      ),
    productHistogramFull: (options) =>
      productHistogram(
        {
          bins: [
            { from: 0, products: 3 },
            { from: 99, products: 2 },
            { from: 100, products: 900 }
          ],
          bands: rows.bandCounts([3, 0, 0, 902]),
          median: 1
        },
        options
      )
  }),
  ...named(four, {
    bandChangeSample: (options) => bandChange({ bands: rows.sampleChange }, options),
    bandChangeNone: change([10, 20, 5, 1], [10, 20, 5, 1]),
    bandChangeExtreme: change([71, 0, 0, 0], [0, 0, 0, 71]),
    bandChangeFirstYear: change([], [11, 34, 16, 10])
  }),
  ...named(six, {
    rankedWorst: (options) => rankedCriteria(rows.worst, options),
    rankedBest: (options) => rankedCriteria(rows.best, options),
    rankedAwkward: (options) => rankedCriteria(rows.awkwardCriteria, options),
    rankedNone: (options) => rankedCriteria([], options),
    rankedEighty: (options) => rankedCriteria(rows.manyCriteria(80), options),
    corridorsSample: (options) => corridorRates(rows.sampleCorridors, options),
    corridorsWithoutDots: (options) =>
      corridorRates(
        rows.sampleCorridors.map((row) => ({ ...row, rates: undefined, products: 12480 })),
        options
      ),
    corridorsLongNames: (options) => corridorRates(rows.longCorridors, options),
    corridorsCrowded: (options) => corridorRates(rows.crowdedCorridors, options),
    corridorsNone: (options) => corridorRates([], options),
    themesSample: (options) => themeRates(rows.sampleThemes, options),
    themesAwkward: (options) => themeRates(rows.awkwardThemes, options)
  }),
  ...named(shares, {
    intervalKey,
    themeTick: (options) => themeTickCell({ rate: 0.58 }, options),
    interval: (options) =>
      intervalCell(rows.criterion('Q04', 'Sensibilisation des équipes', 40, 47), options),
    intervalEnds: (options) =>
      intervalCell(rows.criterion('Q04', 'Sensibilisation des équipes', 0, 3), options)
  }),
  ...named(bars, {
    levelKey,
    levelTwo: (options) => levelCell(rows.levels([7, 40], 1, 47), options),
    levelThreeShort: (options) => levelCell(rows.levels([14, 15, 15, 25], 3, 71), options),
    levelSmall: (options) => levelCell(rows.levels([5, 6, 28, 31], 2, 71), options),
    levelTen: (options) => levelCell(rows.levels([2, 3, 2, 4, 5, 6, 7, 2, 9, 30], 6, 71), options),
    levelNobody: (options) => levelCell(rows.levels([0, 0], 1, 0), options),
    notApplicable: (options) => notApplicableCell({ products: 24, total: 71 }, { ...options, width: 44 })
  }),
  ...named(wholeWidth, {
    criteriaLevelsSample: (options) => criteriaLevels(rows.sampleLevels, options),
    criteriaLevelsNone: (options) => criteriaLevels([], options)
  }),
  ...analysisCases,
  ...evolutionCases,
  ...frontierCases,
  ...corridorCases,
  ...awkwardCases,
  ...named(wholeWidth, {
    productPositionSample: position(
      0.723,
      [0.174, 0.25, 0.255, 0.28, 0.295, 0.31, 0.43, 0.438, 0.51, 0.56, 0.67, 0.85, 0.87, 0.89],
      0.438
    ),
    productPositionAtMedian: position(0.5, [0.49, 0.5, 0.5, 0.51], 0.5),
    productPositionAtZero: position(0, [0, 0, 0.01, 1], 0.01),
    productPositionAtOne: position(1, [1, 1, 0.99, 0.2], 1),
    productPositionAlone: position(0.4, [], null),
    productPositionFourHundred: position(0.5, evenly(400, 0, 1), 0.5),
    productPositionLongName: position(
      0.98,
      [0.1, 0.2],
      null,
      'Un nom de produit si long que personne ne le lirait '.repeat(4)
    ),
    levelsBySample: (options) =>
      levelsBy(
        { head: 'Couloir', rows: rows.sampleLevels.slice(0, 6).map((row) => ({ ...row, code: '' })) },
        options
      )
  }),
  ...named(five, {
    themeProfileSample: (options) => themeProfile(rows.sampleProfile, options),
    themeProfileAwkward: (options) => themeProfile(rows.awkwardProfile, options),
    themeProfileNone: (options) => themeProfile([], options)
  }),
  ...named(
    { width: 62, phone: 50 },
    {
      stepsShort: stairs(1, 3, 4),
      stepsAtTarget: stairs(2, 2, 3, true),
      stepsAbove: stairs(4, 2, 4, true),
      stepsUnanswered: stairs(null, 3, 3),
      stepsTen: stairs(6, 7, 10),
      shareBarSome: (options) => shareBar({ n: 2, N: 3 }, options),
      shareBarNone: (options) => shareBar({ n: 0, N: 3 }, options),
      shareBarNobody: (options) => shareBar({ n: 0, N: 0, distance: -2 }, options)
    }
  )
];
