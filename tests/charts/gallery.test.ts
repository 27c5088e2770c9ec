import { expect, test } from 'vitest';
import type { DrawingName } from '#lib/charts/drawings.ts';
import { cases } from './cases.ts';

type Situation = 'nothing' | 'one' | 'long' | 'most';

/**
 * Where each chart is drawn with nothing, with one product or criterion, with very many or very long labels, and with
 * 100,000 products or as many as it ever gets. A new chart is a gap that the compiler reports.
 */
const awkward: Record<DrawingName, Record<Situation, string>> = {
  bandBar: {
    nothing: 'bandBarNone',
    one: 'bandBarOneProduct',
    long: 'bandBarEightyBands',
    most: 'bandBarMillion'
  },
  bandChange: {
    nothing: 'bandChangeNobody',
    one: 'bandChangeOneProduct',
    long: 'bandChangeEightyBands',
    most: 'bandChangeHundredThousand'
  },
  bandFlow: {
    nothing: 'bandFlowNobody',
    one: 'bandFlowOneProduct',
    long: 'bandFlowEightyBands',
    most: 'bandFlowHundredThousand'
  },
  corridorRates: {
    nothing: 'corridorsNone',
    one: 'corridorsCrowded',
    long: 'corridorsLongNames',
    // above 400 products there are no dots
    most: 'corridorsWithoutDots'
  },
  criteriaLevels: {
    nothing: 'criteriaLevelsNone',
    one: 'criteriaLevelsOne',
    long: 'criteriaLevelsFiftyNine',
    most: 'criteriaLevelsHundredThousand'
  },
  decomposition: {
    nothing: 'decompositionStill',
    one: 'decompositionExtreme',
    long: 'decompositionExtreme',
    most: 'decompositionTiny'
  },
  frontier: { nothing: 'frontierNone', one: 'frontierOne', long: 'frontierScenarios', most: 'frontierMany' },
  heatMap: { nothing: 'heatMapNone', one: 'heatMapOne', long: 'heatMapFiftyNine', most: 'heatMapFiftyNine' },
  // it knows shares alone
  ladder: { nothing: 'ladder0', one: 'ladder1', long: 'ladder59', most: 'ladder59' },
  levelsBy: {
    nothing: 'levelsByNone',
    one: 'criteriaLevelsOne',
    long: 'levelsByFiftyNine',
    most: 'criteriaLevelsHundredThousand'
  },
  productHistogram: {
    nothing: 'productHistogramNone',
    one: 'productHistogramOne',
    long: 'productHistogramFull',
    most: 'productHistogramHundredThousand'
  },
  productPosition: {
    nothing: 'productPositionAlone',
    one: 'productPositionAlone',
    long: 'productPositionLongName',
    most: 'productPositionFourHundred'
  },
  productStrip: {
    nothing: 'productStripNone',
    one: 'productStripOneProduct',
    long: 'productStripEightyBands',
    most: 'productStripFourHundred'
  },
  rankedCriteria: { nothing: 'rankedNone', one: 'rankedOne', long: 'rankedEighty', most: 'rankedAwkward' },
  rankedValues: {
    nothing: 'rankedValuesNone',
    one: 'rankedValuesOne',
    long: 'rankedValuesFiftyNine',
    most: 'rankedValuesFiftyNine'
  },
  // past 150 products groups of them are drawn
  scalogram: {
    nothing: 'scalogramNone',
    one: 'scalogramOne',
    long: 'scalogramLong',
    most: 'scalogramGroups'
  },
  shareRows: {
    nothing: 'shareRowsNone',
    one: 'shareRowsOne',
    long: 'shareRowsFiftyNine',
    most: 'shareRowsFiftyNine'
  },
  slopes: { nothing: 'slopesNone', one: 'slopesOne', long: 'slopesCrowded', most: 'slopesEightyStill' },
  stackedBars: {
    nothing: 'stackedBarsNone',
    one: 'stackedBarsFew',
    long: 'stackedBarsFiftyNine',
    most: 'stackedBarsFiftyNine'
  },
  themeProfile: {
    nothing: 'themeProfileNone',
    one: 'themeProfileAwkward',
    long: 'themeProfileAwkward',
    most: 'themeProfileSample'
  },
  themeRates: {
    nothing: 'themesNone',
    one: 'themesOne',
    long: 'themesAwkward',
    most: 'themesHundredThousand'
  }
};

test('the gallery holds every chart with awkward data', () => {
  const names = new Set(cases.map(({ name }) => name));
  const missing = Object.values(awkward)
    .flatMap((situations) => Object.values(situations))
    .filter((name) => !names.has(name));
  expect(missing).toEqual([]);
});

test('no two cases have one name', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
