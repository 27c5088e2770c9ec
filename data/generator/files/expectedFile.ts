import type { Product } from '../products/product.ts';
import { formatCsv, plain } from './csv.ts';

/** Sorted, so that the order does not tell who answered. */
export function formatExpected(products: Product[]): string {
  const rows = products
    .map(({ name, vendor, corridor }) => [name, vendor, corridor])
    .sort((a, b) => (`${a[1]} ${a[0]}` < `${b[1]} ${b[0]}` ? -1 : 1));
  return formatCsv([['product', 'vendor', 'corridor'], ...rows], plain);
}
