import fc from 'fast-check';
import type { Matrix, MatrixProduct } from '#lib/maturity/matrix.ts';

/** Mostly a mixture, now and then one answer throughout, or a ladder without an error. */
function cellsOf(criteria: number): fc.Arbitrary<string> {
  const any = fc.string({
    unit: fc.constantFrom('1', '1', '0', '0', '?', '-'),
    minLength: criteria,
    maxLength: criteria
  });
  const same = fc.constantFrom('1', '0', '?', '-').map((cell) => cell.repeat(criteria));
  const ladder = fc.nat(criteria).map((n) => '1'.repeat(n) + '0'.repeat(criteria - n));
  return fc.oneof(
    { weight: 5, arbitrary: any },
    { weight: 1, arbitrary: same },
    { weight: 2, arbitrary: ladder }
  );
}

function productsOf(criteria: number): fc.Arbitrary<MatrixProduct[]> {
  const product = fc.record({ vendor: fc.nat(11), cells: cellsOf(criteria) });
  return fc.array(product, { maxLength: 45 }).map((products) =>
    products.map(({ vendor, cells }, p) => ({
      id: String(p),
      product: `Produit ${p}`,
      vendor: `Éditeur ${vendor}`,
      vendorKey: `editeur ${vendor}`,
      corridor: '',
      vendorProducts: products.filter((other) => other.vendor === vendor).length,
      cells
    }))
  );
}

/** Any answers of up to 45 products to up to 12 criteria, of up to 12 vendors. */
export const randomMatrix: fc.Arbitrary<Matrix> = fc
  .tuple(fc.nat(12), fc.constantFrom('count' as const, 'exclude' as const))
  .chain(([K, unanswered]) =>
    productsOf(K).map((products) => ({
      criteria: Array.from({ length: K }, (_, k) => ({
        code: `C${k}`,
        theme: 'Thème',
        scope: 'conditional' as const,
        target: 2
      })),
      products,
      unanswered
    }))
  );

export function matrixOf(rows: string[], vendors: number[] = rows.map((_, p) => p)): Matrix {
  return {
    criteria: [...(rows[0] ?? '')].map((_, k) => ({
      code: `C${k}`,
      theme: '',
      scope: 'common' as const,
      target: 2
    })),
    products: rows.map((cells, p) => ({
      id: String(p),
      product: `Produit ${p}`,
      vendor: `Éditeur ${vendors[p]}`,
      vendorKey: `editeur ${vendors[p]}`,
      corridor: '',
      vendorProducts: vendors.filter((vendor) => vendor === vendors[p]).length,
      cells
    })),
    unanswered: 'count'
  };
}
