import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { bandIndex, type Edges } from '#lib/maturity/bands.ts';
import { bandVariants } from '#lib/maturity/band-variants.ts';
import type { CriterionByCorridor } from '#lib/maturity/corridor-differences.ts';
import type { CorridorData } from '#lib/reports/criteria-by-corridor-data.ts';
import { writeCorridors } from '#lib/reports/criteria-by-corridor.ts';
import { criteriaSorts } from '#lib/reports/criteria.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { bandVariantsFigure } from '#lib/reports/figures/band-variants.ts';
import { histogramFigure } from '#lib/reports/figures/histogram.ts';
import { nearBandsFigure } from '#lib/reports/figures/near-bands.ts';
import { topBandFigure } from '#lib/reports/figures/top-band.ts';
import { withinReach } from '#lib/maturity/within-reach.ts';
import { plain, read, wholes } from './claims.ts';
import { randomOverview } from './random-overview.ts';

const runs = { numRuns: 300 };
const locales = fc.constantFrom<Locale>('fr', 'en');
const edgesOf = fc.constantFrom<Edges>([20, 60, 80], [50], [25, 75], [1, 99], [10, 20, 30, 40, 50]);
const corridorNames = ['Biologie médicale', 'Hôpital', 'Imagerie', ''];

function quotient(n: number, N: number): number | null {
  return N === 0 ? null : n / N;
}

function criterionOf(
  i: number,
  cells: [number, number][],
  adjusted: number,
  theme: string
): CriterionByCorridor {
  const corridors = cells.map(([n, more], c) => ({
    corridor: corridorNames[c] ?? '',
    attained: n,
    applicable: n + more,
    rate: quotient(n, n + more)
  }));
  const attained = corridors.reduce((sum, cell) => sum + cell.attained, 0);
  const applicable = corridors.reduce((sum, cell) => sum + cell.applicable, 0);
  const tested = corridors.filter((cell) => cell.applicable > 0).length > 1;
  return {
    code: `Q${i + 1}`,
    theme,
    scope: 'common',
    target: 2,
    attained,
    applicable,
    rate: quotient(attained, applicable),
    ...(tested ? { p: adjusted / 2, adjusted, draws: 10_000 } : { p: null, adjusted: null, draws: null }),
    corridors
  };
}

const randomCorridors: fc.Arbitrary<CorridorData> = fc.integer({ min: 0, max: 4 }).chain((columns) => {
  const count = fc.oneof(fc.nat(9), fc.constantFrom(0, 8));
  const cells = fc.array(fc.tuple(count, count), { minLength: columns, maxLength: columns });
  const adjusted = fc.constantFrom(0.0004, 0.05, 0.0501, 0.4, 1);
  const row = fc.tuple(cells, adjusted, fc.constantFrom('Accès', 'Journaux'));
  return fc.tuple(fc.array(row, { maxLength: 12 }), edgesOf).map(([rows, edges]) => {
    const criteria = rows.map(([own, p, theme], i) => criterionOf(i, own, p, theme));
    const corridors = corridorNames.slice(0, columns).map((corridor, c) => {
      const own = criteria.map((criterion) => criterion.corridors[c]);
      const [attained, applicable] = [
        own.reduce((sum, cell) => sum + (cell?.attained ?? 0), 0),
        own.reduce((sum, cell) => sum + (cell?.applicable ?? 0), 0)
      ];
      const quartiles = { q1: null, median: null, q3: null };
      return {
        corridor,
        vendors: 1,
        products: 3 + c,
        rated: 3,
        ...quartiles,
        attained,
        applicable,
        rate: quotient(attained, applicable),
        bands: []
      };
    });
    return {
      criteria,
      corridors,
      names: (code) => `Nom de ${code}`,
      edges,
      products: corridors.reduce((sum, { products }) => sum + products, 0),
      rate: null,
      mostDraws: 10_000,
      isFiltered: false
    };
  });
});

function expectDrawn({ drawing, title }: Figure, locale: Locale): void {
  if (!drawing) return;
  const svg = toSvg(drawDrawing, drawing, { width: 778, palette: lightPalette, locale, label: title });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
}

describe('criteria by corridor', () => {
  test('the headline counts the criteria that pass the adjusted test, and claims nothing else', () => {
    fc.assert(
      fc.property(randomCorridors, locales, (data, locale) => {
        const { headline, lede, figures, map } = writeCorridors(data, '-rate', locale);
        const tested = data.criteria.filter(({ p }) => p !== null);
        const found = tested.filter(({ adjusted }) => (adjusted ?? 1) <= 0.05).length;
        const sentence = plain(headline);
        const { form, parts } = read(sentence, {
          none: /^(?:Aucune réponse|No answer) /,
          one: /^(?:Un seul couloir|One corridor alone|Aucun couloir|No corridor is)/,
          incomparable: /^(?:Aucun critère ne s’applique|No criterion applies) /,
          chance:
            /^(?:Aucun critère ne sépare|Le seul critère comparable|No criterion sets|The only criterion) /,
          found: /^(\d+) (?:critères? sur (\d+) sépare(?:nt)? |of (\d+) criteri(?:a|on) sets? )/
        });
        const expected =
          data.products === 0
            ? 'none'
            : data.corridors.length < 2
              ? 'one'
              : tested.length === 0
                ? 'incomparable'
                : found === 0
                  ? 'chance'
                  : 'found';
        expect(form).toBe(expected);
        if (form === 'found') expect(parts.map(Number)).toEqual([found, tested.length]);
        expect(map === undefined).toBe(data.corridors.length < 2 || data.criteria.length === 0);
        const marked = map?.groups.flatMap(({ lines }) => lines.filter(({ mark }) => mark !== '')) ?? [];
        if (map) expect(marked).toHaveLength(found);
        expect(/constat|finding/.test(plain(lede.join('')))).toBe(lede.length > 0 && found === 0);
        figures.forEach((figure) => expectDrawn(figure, locale));
      }),
      runs
    );
  });

  test('the figure’s title counts criteria by the cells that are shown', () => {
    fc.assert(
      fc.property(randomCorridors, locales, (data, locale) => {
        const [figure] = writeCorridors(data, '-rate', locale).figures;
        const sentence = plain(figure?.title ?? '');
        const rows = data.criteria
          .map(({ corridors }) => corridors.filter(({ applicable }) => applicable >= 5))
          .filter((cells) => cells.length > 1);
        if (rows.length === 0) return void expect(sentence).toMatch(/^(Moins de|Fewer than) 5 /);
        const [reach, remain] = sentence.split(', ') as [string, string];
        const number = (clause: string) => (/^\d/.test(clause) ? Number(/^\d+/.exec(clause)) : 0);
        const [high = NaN, low = NaN] = [wholes(reach).at(-1), wholes(remain).at(-1)];
        expect([low, high]).toEqual([
          data.edges[0],
          data.edges.length > 2 ? data.edges.at(-2) : data.edges.at(-1)
        ]);
        const share = ({ attained, applicable }: { attained: number; applicable: number }) =>
          (100 * attained) / applicable;
        expect(number(reach)).toBe(rows.filter((cells) => cells.every((cell) => share(cell) >= high)).length);
        expect(number(remain)).toBe(rows.filter((cells) => cells.every((cell) => share(cell) < low)).length);
      }),
      runs
    );
  });

  test('every order holds every criterion once, and the table every count', () => {
    fc.assert(
      fc.property(randomCorridors, locales, (data, locale) => {
        for (const sort of criteriaSorts) {
          const [figure] = writeCorridors(data, sort, locale).figures;
          expect(figure?.table.rows.map(([code]) => code).sort()).toEqual(
            data.criteria.map(({ code }) => code).sort()
          );
          for (const row of figure?.table.rows ?? []) {
            const own = data.criteria.find(({ code }) => code === row[0]);
            expect(row.slice(3, 8)).toEqual([
              own?.attained,
              own?.applicable,
              own?.rate,
              own?.p,
              own?.adjusted
            ]);
            const cells = own?.corridors.flatMap((cell) => [cell.attained, cell.applicable, cell.rate]);
            expect(row.slice(8)).toEqual(cells);
          }
        }
      }),
      { numRuns: 100 }
    );
  });
});

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
