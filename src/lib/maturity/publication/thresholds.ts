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

/** Also the least that may be set: settings can only be stricter than the definition, and an export than the settings. */
export const defaultThresholds: Thresholds = {
  products: 5,
  vendors: 3,
  productsLeft: 3,
  vendorsLeft: 2,
  medianFrom: 20
};

export const thresholdNames = Object.keys(defaultThresholds) as (keyof Thresholds)[];

/** Far above any campaign: more would withhold everything, and is a slip of the hand. */
const most = 1000;

/** Whether such a threshold may be set. */
export function isThreshold(name: keyof Thresholds, value: number): boolean {
  return Number.isInteger(value) && value >= defaultThresholds[name] && value <= most;
}

/** The stricter of both in every respect. */
export function tightened(settings: Thresholds, asked: Partial<Thresholds>): Thresholds {
  const stricter = { ...settings };
  for (const name of thresholdNames) stricter[name] = Math.max(settings[name], asked[name] ?? 0);
  return stricter;
}
