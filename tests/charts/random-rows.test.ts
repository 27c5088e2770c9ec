import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandBar } from '#lib/charts/band-bar.ts';
import { bandChange } from '#lib/charts/band-change.ts';
import type { Chart } from '#lib/charts/chart.ts';
import { corridorRates } from '#lib/charts/corridor-rates.ts';
import { criteriaLevels } from '#lib/charts/criteria-levels.ts';
import { productHistogram } from '#lib/charts/product-histogram.ts';
import { productStrip } from '#lib/charts/product-strip.ts';
import { ladder } from '#lib/charts/ladder.ts';
import { rankedCriteria } from '#lib/charts/ranked-criteria.ts';
import { rankedValues } from '#lib/charts/ranked-values.ts';
import { scalogram } from '#lib/charts/scalogram.ts';
import { themeRates } from '#lib/charts/theme-rates.ts';
import { heatMap } from '#lib/charts/heat-map.ts';
import { shareRows } from '#lib/charts/share-rows.ts';
import { stackedBars } from '#lib/charts/stacked-bars.ts';
import { barRows, heatRows } from './corridor-cases.ts';
import { drawn } from './draw.ts';
import { bandCounts, bandsOfDots, criterion, dotsOf, levels } from './rows.ts';

const width = fc.integer({ min: 320, max: 1600 });
const locale = fc.constantFrom('fr' as const, 'en' as const);
const share = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
const text = fc.string({ maxLength: 90, unit: 'grapheme' });
const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 80 })
  .map((e) => e.sort((a, b) => a - b));
const bands = fc
  .tuple(edges, fc.array(fc.nat(1_000_000), { maxLength: 81 }))
  .map(([e, counts]) => bandCounts(counts, e));
const dots = fc.array(share, { maxLength: 150 }).map(dotsOf);
const counts = fc.tuple(fc.nat(500), fc.nat(500)).map(([n, more]) => [n, n + more + 1] as const);
const criterionRow = fc
  .tuple(text, text, counts)
  .map(([code, label, [n, N]]) => criterion(code.slice(0, 9), label, n, N));

function holds<Rows>(name: string, chart: Chart<Rows>, rows: fc.Arbitrary<Rows>) {
  test(`${name} draws any rows without a number that is not one`, () => {
    fc.assert(
      fc.property(rows, width, locale, (data, px, language) => {
        const svg = drawn(chart, data, px, language);
        for (const element of [svg, ...svg.querySelectorAll('*')]) {
          for (const { name: attribute, value } of element.attributes) {
            expect(`${attribute}=${value}`).not.toMatch(/NaN|Infinity|undefined|="-\d/);
          }
        }
      }),
      { numRuns: 30 }
    );
  });
}

holds(
  'bandBar',
  bandBar,
  bands.map((b) => ({ bands: b, rated: b.reduce((sum, { products }) => sum + products, 0) }))
);

holds(
  'productStrip',
  productStrip,
  fc.tuple(dots, fc.option(share)).map(([rates, median]) => ({ rates, bands: bandsOfDots(rates), median }))
);

holds(
  'productHistogram',
  productHistogram,
  fc
    .tuple(fc.array(fc.record({ from: fc.nat(100), products: fc.nat(9999) })), bands, fc.option(share))
    .map(([bins, b, median]) => ({ bins, bands: b, median }))
);

const side = fc.tuple(fc.nat(100), fc.nat(100)).map(([n, more]) => ({ products: n, rated: n + more }));
holds(
  'bandChange',
  bandChange,
  fc
    .array(
      fc.record({ from: fc.nat(50), to: fc.integer({ min: 51, max: 100 }), before: side, after: side }),
      { maxLength: 80 }
    )
    .map((rows) => ({ bands: rows }))
);

holds('rankedCriteria', rankedCriteria, fc.array(criterionRow, { maxLength: 80 }));

holds(
  'corridorRates',
  corridorRates,
  fc.array(
    fc.tuple(text, dots, fc.tuple(share, share, share)).map(([corridor, rates, quartiles]) => {
      const [q1 = 0, median = 0, q3 = 0] = quartiles.sort((a, b) => a - b);
      return { corridor, products: rates.length, q1, median, q3, bandCount: 4, rates };
    }),
    { maxLength: 12 }
  )
);

const themeCriteria = fc.array(criterionRow, { maxLength: 12 });
holds(
  'themeRates',
  themeRates,
  fc.array(
    fc.tuple(text, counts, themeCriteria).map(([theme, [attained, applicable], criteria]) => ({
      theme,
      attained,
      applicable,
      rate: attained / applicable,
      criteria
    })),
    { maxLength: 20 }
  )
);

const levelRow = fc
  .tuple(criterionRow, fc.array(fc.nat(60), { minLength: 2, maxLength: 10 }), fc.nat(9), fc.nat(20))
  .map(([row, perLevel, target, unanswered]) => {
    const applicable = perLevel.reduce((a, b) => a + b, 0) + unanswered;
    return {
      ...row,
      ...levels(perLevel, Math.min(target, perLevel.length - 1), applicable),
      notApplicable: 3
    };
  });
holds('criteriaLevels', criteriaLevels, fc.array(levelRow, { maxLength: 80 }));

holds(
  'heatMap',
  heatMap,
  fc.tuple(fc.nat(20), fc.nat(30), text, text).map((args) => heatRows(...args))
);

holds(
  'stackedBars',
  stackedBars,
  fc
    .tuple(fc.array(fc.array(fc.nat(6000), { minLength: 3, maxLength: 3 }), { maxLength: 8 }), text, text)
    .map((args) => barRows(...args))
);

const letters = fc.constantFrom('a', 'A', 'm', 'M', 'u', 'U', '-');
const named = { code: fc.string({ maxLength: 12 }), label: text, title: text };
holds(
  'scalogram',
  scalogram,
  fc.tuple(fc.nat(160), fc.boolean()).chain(([products, isGrouped]) =>
    fc.record({
      rows: fc.array(
        fc.record({
          ...named,
          share: fc.constant('48\u00a0%'),
          cells: isGrouped
            ? fc.constant('')
            : fc.string({ unit: letters, minLength: products, maxLength: products }),
          groups: isGrouped
            ? fc.array(fc.option(share), { minLength: products, maxLength: products })
            : fc.constant(undefined)
        }),
        { maxLength: 20 }
      ),
      columns: fc.array(fc.record({ rate: share, title: text }), {
        minLength: products,
        maxLength: products
      }),
      columnHead: text,
      shareHead: fc.constant('Part'),
      key: fc.constant([])
    })
  )
);

const interval = fc.tuple(share, share).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
holds(
  'ladder',
  ladder,
  fc.record({
    steps: fc.array(
      fc.tuple(interval, text).map(([ends, title]) => ({ ...ends, rate: (ends.low + ends.high) / 2, title })),
      { maxLength: 80 }
    ),
    first: text,
    last: text
  })
);

holds(
  'rankedValues',
  rankedValues,
  fc.record({
    rows: fc.array(
      fc.record({
        ...named,
        value: share,
        figure: fc.string({ maxLength: 12 }),
        interval: fc.option(interval, { nil: undefined }),
        other: fc.option(interval, { nil: undefined }),
        isShort: fc.boolean(),
        isHollow: fc.boolean()
      }),
      { maxLength: 15 }
    ),
    from: fc.constant(0),
    to: fc.constant(1),
    ticks: fc.constant([{ value: 0.5, text: '0,5' }]),
    references: fc.constant([{ value: 0.8, text: '0,8' }]),
    head: fc.constant('φ'),
    base: fc.constantFrom(undefined, 0)
  })
);

holds(
  'shareRows',
  shareRows,
  fc
    .tuple(fc.array(fc.tuple(fc.nat(5000), fc.nat(5000), text), { maxLength: 20 }), text)
    .map(([rows, title]) => ({
      series: [
        { name: 'a', fill: 'attained' as const },
        { name: 'b', fill: 'ground' as const, edge: 'attained' as const, hatched: true }
      ],
      groups: [
        {
          title,
          rows: rows.map(([n, rest, label]) => ({
            code: 'Q1',
            label,
            values: [n, rest],
            total: n + rest,
            share: '50 %',
            count: `${n} sur ${n + rest}`
          }))
        }
      ]
    }))
);
