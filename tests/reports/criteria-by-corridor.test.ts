import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Edges } from '#lib/maturity/bands.ts';
import type { CriterionByCorridor } from '#lib/maturity/corridor-differences.ts';
import type { CorridorData } from '#lib/reports/criteria-by-corridor-data.ts';
import { writeCorridors } from '#lib/reports/criteria-by-corridor.ts';
import { criteriaSorts } from '#lib/reports/criteria.ts';
import { plain, read, wholes } from './claims.ts';
import { expectDrawn } from './expect-drawn.ts';

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
        expect(/constat|finding/.test(plain(lede.join('')))).toBe(
          lede.length > 0 && found === 0 && tested.length > 0
        );
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
