import fc from 'fast-check';
import { productId } from '#lib/server/product-id.ts';
import type { Cell, NaiveCriterion, NaiveFilters } from './naive.ts';
import type { Wave } from './naive-evolution.ts';

const codes = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5'];
const vendors = ['Édition Un', 'Beta', 'Gamma', 'Delta'];

/** A criterion as one wave has it: now and then in other words, with other levels, target, theme or case. */
function criterionOf(code: string): fc.Arbitrary<NaiveCriterion> {
  return fc
    .record({
      code: fc.constantFrom(code, code, code.toLowerCase()),
      theme: fc.constantFrom('Accès', 'Accès', 'Journaux'),
      scope: fc.constantFrom('common' as const, 'common' as const, 'conditional' as const),
      levels: fc.constantFrom(3, 3, 3, 2, 4),
      levelWord: fc.constantFrom('niveau', 'niveau', 'niveau', 'palier'),
      target: fc.integer({ min: 1, max: 4 })
    })
    .map((criterion) => ({ ...criterion, target: Math.min(criterion.target, criterion.levels) }));
}

function cellOf({ levels }: NaiveCriterion): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: levels }) },
    { weight: 1, arbitrary: fc.constantFrom<Cell>('not_applicable', 'unanswered', null) }
  );
}

const names = Array.from({ length: 16 }, (_, i) => `Produit ${i}`);

function productsOf(criteria: NaiveCriterion[]): fc.Arbitrary<Wave['products']> {
  const cells = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(...criteria.map(cellOf)) },
    { weight: 1, arbitrary: fc.constant(criteria.map((): Cell => null)) }
  );
  return fc.subarray(names).chain((chosen) =>
    fc.tuple(...chosen.map(() => fc.tuple(cells, fc.constantFrom('Hôpital', 'Imagerie')))).map((drawn) =>
      chosen.map((product, i) => {
        const vendor = vendors[Number(product.slice(8)) % vendors.length] as string;
        const [own, corridor] = drawn[i] ?? [[], ''];
        return { id: productId(vendor, product), product, vendor, corridor, attributes: {}, cells: own };
      })
    )
  );
}

export const wave: fc.Arbitrary<Wave> = fc
  .shuffledSubarray(codes, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(criterionOf)))
  .chain((criteria) => productsOf(criteria).map((products) => ({ criteria, products })));

export const settings: fc.Arbitrary<NaiveFilters> = fc.constantFrom<NaiveFilters>(
  {},
  {},
  { unanswered: 'exclude' },
  { scope: ['common'] },
  { theme: ['Accès'] },
  { corridor: ['Hôpital'] },
  { vendor: ['beta'], edges: [50] },
  { band: ['60-80', '80-100'] },
  { band: ['0-50'], edges: [50], theme: ['Journaux'] }
);
