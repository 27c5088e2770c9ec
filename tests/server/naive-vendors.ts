import { bands, plain, rate, sum, type NaiveView } from './naive.ts';

/** In no particular order. */
export function byVendor(view: NaiveView) {
  const { products, all } = view;
  const keys = [...new Set(products.map(({ product }) => plain(product.vendor)))];
  return keys.map((key) => {
    const own = products.filter(({ product }) => plain(product.vendor) === key);
    const [applicable, attained] = [sum(own, 'applicable'), sum(own, 'attained')];
    const vendor = own.map(({ product }) => product.vendor).sort()[0] ?? '';
    return {
      vendor,
      size: all.filter((product) => plain(product.vendor) === key).length,
      products: own.length,
      rated: own.filter((row) => row.applicable > 0).length,
      applicable,
      attained,
      rate: rate(attained, applicable),
      effort: own.reduce((total, row) => total + row.effort, 0),
      corridors: [...new Set(own.map(({ product }) => product.corridor))].sort(),
      bands: bands(view, own)
    };
  });
}
