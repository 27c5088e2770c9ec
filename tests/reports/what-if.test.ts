import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import { bandIndex, type Edges } from '#lib/maturity/bands.ts';
import { bandVariants } from '#lib/maturity/band-variants.ts';
import { withinReach } from '#lib/maturity/within-reach.ts';
import { bandVariantsFigure } from '#lib/reports/figures/band-variants.ts';
import { histogramFigure } from '#lib/reports/figures/histogram.ts';
import { nearBandsFigure } from '#lib/reports/figures/near-bands.ts';
import { topBandFigure } from '#lib/reports/figures/top-band.ts';
import { plain, wholes } from './claims.ts';
import { expectDrawn } from './expect-drawn.ts';
import { randomOverview } from './random-overview.ts';

const runs = { numRuns: 300 };
const locales = fc.constantFrom<Locale>('fr', 'en');
const edgesOf = fc.constantFrom<Edges>([20, 60, 80], [50], [25, 75], [1, 99], [10, 20, 30, 40, 50]);
const counted = fc.record({
  products: fc.integer({ min: 1, max: 9 }),
  attained: fc.nat(9),
  unanswered: fc.nat(9),
  blank: fc.nat(5),
  short: fc.nat(9)
});

test('the title of the settings’ variants tells the least and the most of the highest band, and what it is', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 8 }), edgesOf, locales, (groups, edges, locale) => {
      const products = groups.map(({ short, ...own }) => ({ ...own, answered: own.attained + short }));
      const variants = bandVariants(products, { edges, unanswered: 'count' });
      const figure = bandVariantsFigure(variants, locale);
      expectDrawn(figure, locale);
      const tops = figure.table.rows.map((row) => Number(row.at(-2)));
      const sentence = plain(figure.title);
      if (figure.table.rows.every((row) => row.at(-1) === 0))
        return void expect(sentence).toMatch(/^(Aucun produit|No product) /);
      const numbers = wholes(sentence);
      const [low, high] = [Math.min(...tops), Math.max(...tops)];
      expect(numbers).toEqual(low === high ? [low] : [low, high, tops[0]]);
      const own = products.reduce((sum, { products: n, attained, answered, unanswered }) => {
        const band = bandIndex(attained, answered + unanswered, edges);
        return band === edges.length ? sum + n : sum;
      }, 0);
      expect(tops[0]).toBe(own);
    }),
    runs
  );
});

const gain = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4))
  .map(([entering, more, rest]) => ({ entering, rising: entering + more, gaining: entering + more + rest }));

test('the title of what would fill the highest band names the best criterion, or says how many are equal', () => {
  fc.assert(
    fc.property(fc.array(gain, { maxLength: 9 }), edgesOf, locales, (gains, edges, locale) => {
      const named = gains.map((one, i) => ({ ...one, code: `C${i}`, label: `Critère n-${'abcdefghi'[i]}` }));
      const figure = topBandFigure(named, edges, locale);
      expectDrawn(figure, locale);
      const most = Math.max(0, ...gains.map(({ entering }) => entering));
      const best = named.filter(({ entering }) => entering === most);
      const sentence = plain(figure.title);
      expect(wholes(/[«“][^»”]*[»”][^«“]*$/.exec(sentence)?.[0] ?? '')[0]).toBe(edges.at(-1));
      if (most === 0) return void expect(sentence).toMatch(/^(Aucun critère|No criterion), /);
      if (best.length === 1) {
        expect(sentence).toContain(best[0]?.label);
        expect(wholes(sentence)[0]).toBe(most);
      } else {
        expect(wholes(sentence).slice(0, 2)).toEqual([best.length, most]);
        const others = named.filter(({ entering }) => entering < most);
        if (/aucun$|none$/.test(sentence)) expect(others.every(({ entering }) => entering === 0)).toBe(true);
      }
      expect(figure.table.rows.map(([, , entering]) => entering)).toEqual(
        gains.map(({ entering }) => entering).sort((a, b) => b - a)
      );
    }),
    runs
  );
});

test('the title of near bands counts the products listed, each near by the words of its row', () => {
  fc.assert(
    fc.property(randomOverview, locales, ({ data }, locale) => {
      if (!data.products) return;
      const near = withinReach(data.products, data.edges);
      const figure = nearBandsFigure(near, data.overview, data.edges, locale);
      expectDrawn(figure, locale);
      const sentence = plain(figure.title);
      expect(figure.table.rows).toHaveLength(near.length);
      if (near.length === 0) expect(sentence).toMatch(/^(Aucun produit|No product) /);
      else expect(wholes(sentence).slice(0, 2)).toEqual([near.length, data.overview.rated]);
      for (const [, , missing, , next, n, N] of figure.table.rows) {
        const from = wholes(String(next))[0] ?? NaN;
        expect(100 * (Number(n) + Number(missing))).toBeGreaterThanOrEqual(from * Number(N));
        expect(100 * (Number(n) + Number(missing) - 1)).toBeLessThan(from * Number(N));
      }
    }),
    runs
  );
});

test('no bar of the histogram lies across a band’s edge, and they hold every rated product', () => {
  fc.assert(
    fc.property(randomOverview, locales, ({ data, rates }, locale) => {
      const bins = new Map<number, number>();
      for (const { attained, applicable } of rates) {
        const from = Math.min(99, Math.floor((100 * attained) / applicable));
        bins.set(from, (bins.get(from) ?? 0) + 1);
      }
      const one = [...bins].map(([from, products]) => ({ from, products })).sort((a, b) => a.from - b.from);
      const figure = histogramFigure({ overview: data.overview, bins: one, edges: data.edges }, locale);
      expectDrawn(figure, locale);
      expect(figure.table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(rates.length);
      for (const [name, products] of figure.table.rows) {
        const [from = NaN, to = NaN] = wholes(String(name));
        expect(data.edges.some((edge) => from < edge && edge < to)).toBe(false);
        const own = rates.filter(({ attained, applicable }) => {
          const scaled = 100 * attained;
          return scaled >= from * applicable && (scaled < to * applicable || to === 100);
        });
        expect(products).toBe(own.length);
      }
    }),
    runs
  );
});
