/** The statistic, from the counted products of each corridor. */
export type Spread = (counts: ArrayLike<number>) => number;

/** Σ aₖ² ÷ nₖ, given the nₖ. */
export function spreadOver(sizes: readonly number[]): Spread {
  const inverse = Float64Array.from(sizes, (size) => (size > 0 ? 1 / size : 0));
  return (counts) => {
    let sum = 0;
    for (let k = 0; k < inverse.length; k++) sum += (counts[k] as number) ** 2 * (inverse[k] as number);
    return sum;
  };
}

/** Sums in another order differ in their last bits: what is observed is as far as itself. */
export function farAs(observed: number): number {
  return observed * (1 - 1e-12);
}
