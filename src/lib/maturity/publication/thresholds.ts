/** The numbers of domain definition 10: what a count must rest on at least. */
export interface Thresholds {
  products: number;
  vendors: number;
  /** What must be left once any one vendor's products are taken away. */
  productsLeft: number;
  vendorsLeft: number;
  /** Rated products from which on the median is stated. */
  medianFrom: number;
}

export const defaultThresholds: Thresholds = {
  products: 5,
  vendors: 3,
  productsLeft: 3,
  vendorsLeft: 2,
  medianFrom: 20
};

/** The stricter of both in every respect: an export can only tighten. */
export function tightened(settings: Thresholds, asked: Partial<Thresholds>): Thresholds {
  const stricter = (name: keyof Thresholds) => Math.max(settings[name], asked[name] ?? 0);
  return {
    products: stricter('products'),
    vendors: stricter('vendors'),
    productsLeft: stricter('productsLeft'),
    vendorsLeft: stricter('vendorsLeft'),
    medianFrom: stricter('medianFrom')
  };
}
