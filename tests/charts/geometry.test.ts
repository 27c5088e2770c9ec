import { describe, expect, test } from 'vitest';
import { bandBar } from '#lib/charts/band-bar.ts';
import { bandChange } from '#lib/charts/band-change.ts';
import { corridorRates } from '#lib/charts/corridor-rates.ts';
import { intervalCell } from '#lib/charts/interval-cell.ts';
import { levelCell } from '#lib/charts/level-cell.ts';
import { productHistogram } from '#lib/charts/product-histogram.ts';
import { productStrip } from '#lib/charts/product-strip.ts';
import { rankedCriteria } from '#lib/charts/ranked-criteria.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { heatMap } from '#lib/charts/heat-map.ts';
import { shareRows } from '#lib/charts/share-rows.ts';
import { stackedBars } from '#lib/charts/stacked-bars.ts';
import { themeRates } from '#lib/charts/theme-rates.ts';
import { tokens } from '#lib/charts/tokens.ts';
import { barRows, heatRows } from './corridor-cases.ts';
import { dataMarks, drawn, numberOf, texts, titles } from './draw.ts';
import * as rows from './rows.ts';

describe('bandBar', () => {
  const svg = drawn(bandBar, { bands: rows.sampleBands, rated: 71 }, 778);

  test('gives each band a width proportional to its products', () => {
    const perProduct = dataMarks(svg, 'rect').map(
      (rect, i) => numberOf(rect, 'width') / (rows.sampleBands[i]?.products ?? NaN)
    );
    for (const width of perProduct) expect(width).toBeCloseTo((778 - 6) / 71, 2);
  });

  test('fills its width and leaves 2 px between', () => {
    const rects = dataMarks(svg, 'rect');
    const ends = rects.map((rect) => numberOf(rect, 'x') + numberOf(rect, 'width'));
    expect(ends.at(-1)).toBeCloseTo(778, 1);
    expect(numberOf(rects[1] as Element, 'x') - (ends[0] ?? 0)).toBeCloseTo(2, 1);
  });

  test('says each share with its counts', () => {
    expect(titles(svg)).toContain('moins de 20\u00a0%\u00a0: 11\u00a0produits sur 71, 15,5\u00a0%');
    expect(titles(drawn(bandBar, { bands: rows.sampleBands, rated: 71 }, 778, 'en'))).toContain(
      'under 20%: 11\u00a0products of 71, 15.5%'
    );
  });

  test('draws no segment for an empty band', () => {
    expect(
      dataMarks(drawn(bandBar, { bands: rows.bandCounts([0, 3, 0, 0]), rated: 3 }, 778), 'rect')
    ).toHaveLength(1);
  });
});

describe('productStrip', () => {
  test.each([1184, 358])('sets each dot at its rate, %i px wide', (width) => {
    const inset = width < 500 ? 10 : 18;
    const svg = drawn(
      productStrip,
      { rates: rows.sampleDots, bands: rows.sampleBands, median: 0.479 },
      width
    );
    const circles = dataMarks(svg, 'circle');
    expect(circles).toHaveLength(71);
    circles.forEach((circle, i) => {
      const share = (numberOf(circle, 'cx') - inset) / (width - 2 * inset);
      expect(share).toBeCloseTo(rows.sampleDots[i]?.rate ?? NaN, 4);
    });
  });

  test('writes the median on the side where there is room', () => {
    const label = (median: number) =>
      [
        ...drawn(productStrip, { rates: [], bands: rows.sampleBands, median }, 1184).querySelectorAll('text')
      ].find((t) => t.textContent.startsWith('médiane'))?.parentElement;
    expect(label(0.24)?.getAttribute('text-anchor')).not.toBe('end');
    expect(label(0.25)?.getAttribute('text-anchor')).toBe('end');
  });
});

test('productHistogram keeps 100 % within the axis', () => {
  const bins = [
    { from: 99, products: 2 },
    { from: 100, products: 3 }
  ];
  const svg = drawn(productHistogram, { bins, bands: rows.bandCounts([0, 0, 0, 5]), median: 1 }, 1184);
  const [rect, ...others] = dataMarks(svg, 'rect');
  expect(others).toEqual([]);
  expect(numberOf(rect as Element, 'x') + numberOf(rect as Element, 'width')).toBeLessThanOrEqual(1166);
  expect(titles(svg)).toEqual(['99 à 100\u00a0%\u00a0: 5\u00a0produits sur 5, 100,0\u00a0%']);
});

describe('bandChange', () => {
  const still = { products: 10, rated: 40 };
  const band = { from: 0, to: 100 };

  test('sets circles of a band that did not move one over the other', () => {
    const circles = dataMarks(
      drawn(bandChange, { bands: [{ ...band, before: still, after: still }] }, 373),
      'circle'
    );
    expect(circles.map((circle) => numberOf(circle, 'cx'))).toEqual([
      expect.any(Number),
      numberOf(circles[0] as Element, 'cx')
    ]);
  });

  test('keeps the earlier values where nothing was rated before', () => {
    const svg = drawn(
      bandChange,
      { bands: [{ ...band, before: { products: 0, rated: 0 }, after: still }] },
      373
    );
    expect(dataMarks(svg, 'circle')).toHaveLength(1);
    expect(texts(svg)).toContain('–');
  });
});

describe('rankedCriteria', () => {
  test.each([576, 358])('sets dots and intervals on one scale, %i px wide', (width) => {
    const data = [
      rows.criterion('Q1', 'a', 0, 10),
      rows.criterion('Q2', 'b', 5, 10),
      rows.criterion('Q3', 'c', 10, 10)
    ];
    const svg = drawn(rankedCriteria, data, width);
    const [zero, half, full] = dataMarks(svg, 'circle').map((circle) => numberOf(circle, 'cx'));
    expect(half).toBeCloseTo(((zero ?? NaN) + (full ?? NaN)) / 2, 1);
  });

  test('says n of N and the interval', () => {
    const [title] = titles(drawn(rankedCriteria, rows.worst, 576));
    expect(title).toBe(
      'Q07 Authentification à deux facteurs\u00a0: 1 sur 35, 3\u00a0% (intervalle de confiance à 95\u00a0%\u00a0: 1 à 15\u00a0%)'
    );
  });
});

describe('corridorRates', () => {
  test('draws no box for one product', () => {
    expect(dataMarks(drawn(corridorRates, rows.crowdedCorridors.slice(0, 1), 576), 'rect')).toHaveLength(0);
  });

  test('draws box and median alone without rates', () => {
    const data = rows.sampleCorridors.map((row) => ({ ...row, rates: undefined }));
    const svg = drawn(corridorRates, data, 576);
    expect(svg.querySelectorAll('circle')).toHaveLength(0);
    expect(dataMarks(svg, 'rect')).toHaveLength(6);
    expect(dataMarks(svg, 'line')).toHaveLength(6);
  });
});

test('themeRates draws one diamond a criterion and the theme’s tick after them', () => {
  const svg = drawn(themeRates, rows.sampleThemes, 576);
  const marks = [...svg.querySelectorAll('path, line')].filter((mark) => mark.querySelector('title'));
  expect(marks.filter((mark) => mark.tagName.toLowerCase() === 'path')).toHaveLength(59);
  expect(marks.slice(-11).every((mark) => mark.tagName.toLowerCase() === 'line')).toBe(true);
});

describe('levelCell', () => {
  const svg = drawn(levelCell, rows.levels([14, 15, 15, 25], 3, 71), 344);
  const bars = dataMarks(svg, 'rect');

  test('colours by distance to the target', () => {
    const fills = ['short', 'short-mid', 'short-2', 'attained'] as const;
    expect(bars.map((bar) => bar.getAttribute('fill'))).toEqual(fills.map((name) => tokens[name][0]));
  });

  test('sets the level next to the target next to the line, lengths as shares of applicable', () => {
    const [, , next, attained] = bars as [Element, Element, Element, Element];
    expect(numberOf(next, 'x') + numberOf(next, 'width')).toBeCloseTo(171, 1);
    expect(numberOf(attained, 'x')).toBeCloseTo(172.5, 1);
    expect(numberOf(attained, 'width')).toBeCloseTo((172 * 25) / 71 - 1, 1);
  });

  test('writes counts where they fit and says all of them', () => {
    const small = drawn(levelCell, rows.levels([1, 9, 61], 2, 71), 344);
    expect(texts(small)).toEqual(['9', '61']);
    expect(titles(small)[0]).toBe(
      'Niveau 0, 2\u00a0niveaux sous la cible\u00a0: 1\u00a0produit sur 71, 1\u00a0%'
    );
  });
});

test('intervalCell sets the dot at the share', () => {
  const svg = drawn(intervalCell, rows.criterion('Q1', 'a', 1, 4), 168);
  expect(numberOf(dataMarks(svg, 'circle')[0] as Element, 'cx')).toBe(10 + 148 / 4);
});

test('toSvg escapes what a label or a criterion holds', () => {
  const hostile = '<script>alert("1")</script> & co';
  const svg = toSvg(rankedCriteria, [rows.criterion(hostile, hostile, 1, 2)], {
    width: 2000,
    palette: lightPalette,
    locale: 'fr',
    label: hostile
  });
  expect(svg).not.toMatch(/<script|&(?!\w+;|#\d+;)/);
  expect(svg).toContain('aria-label="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co"');
});

describe('heatMap', () => {
  const data = heatRows(9, 6, 'Chiffrement', 'Imagerie');
  const cells = data.groups.flatMap(({ lines }) => lines.flatMap((line) => line.cells));
  const svg = drawn(heatMap, data, 1184);

  test('fills each cell by its band and says n of N', () => {
    const marks = dataMarks(svg, 'rect');
    expect(marks).toHaveLength(cells.length);
    marks.forEach((mark, i) => {
      const { band, words } = cells[i] as (typeof cells)[number];
      expect(mark.querySelector('title')?.textContent).toBe(words);
      const expected = band === null ? tokens.ground[0] : tokens[`band-${(band + 1) as 1 | 2 | 3 | 4}`][0];
      expect(mark.getAttribute('fill')).toBe(expected);
    });
  });

  test('writes a number in every cell, and no share where products are few', () => {
    const written = texts(svg);
    for (const { n, N, band } of cells) {
      expect(written).toContain(band === null ? `N = ${N}` : `${n}/${N}`);
      if (band !== null) expect(written).toContain(String(Math.round((100 * n) / N)));
    }
  });
});

test('stackedBars gives each part a length proportional to its products, side by side', () => {
  const svg = drawn(
    stackedBars,
    barRows(
      [
        [10, 0, 30],
        [20, 20, 20]
      ],
      'x'
    ),
    778
  );
  const bars = dataMarks(svg, 'rect');
  const lengths = bars.map((bar) => numberOf(bar, 'width') + 1);
  const unit = (lengths[0] ?? NaN) / 10;
  expect(bars).toHaveLength(5);
  [10, 30, 20, 20, 20].forEach((n, i) => expect(lengths[i]).toBeCloseTo(n * unit, 6));
  expect(numberOf(bars[1] as Element, 'x')).toBeCloseTo(numberOf(bars[0] as Element, 'x') + 10 * unit, 6);
});

test('shareRows cuts each bar in proportion, whatever the totals', () => {
  const row = (values: number[]) => ({
    code: '',
    label: 'x',
    values,
    total: values.reduce((a, b) => a + b, 0),
    share: '',
    count: ''
  });
  const series = [
    { name: 'a', fill: 'attained' as const },
    { name: 'b', fill: 'short-2' as const }
  ];
  const groups = [{ title: '', rows: [row([10, 30]), row([50, 50])] }];
  const svg = drawn(shareRows, { series, groups }, 778);
  const lengths = dataMarks(svg, 'rect')
    .slice(2)
    .map((bar) => numberOf(bar, 'width') + 1);
  expect(lengths).toHaveLength(4);
  const whole = (lengths[0] ?? 0) + (lengths[1] ?? 0);
  [0.25, 0.75, 0.5, 0.5].forEach((share, i) => expect(lengths[i]).toBeCloseTo(share * whole, 6));
});
