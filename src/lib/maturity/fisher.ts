/** A fourfold table: products that attain both criteria, one of them, neither. */
export interface Fourfold {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

const logs: number[] = [0];

/** ln n! */
function logFactorial(n: number): number {
  for (let k = logs.length; k <= n; k++) logs.push((logs[k - 1] ?? 0) + Math.log(k));
  return logs[n] ?? 0;
}

/**
 * The chance that two criteria agree at least as often as here if who attains one had nothing to do with who attains
 * the other: Fisher's exact test, one-sided (Fisher, « Statistical Methods for Research Workers », § 21.02). 1 for
 * an empty table.
 */
export function fisherAgreement({ both, onlyFirst, onlySecond, neither }: Fourfold): number {
  const [first, second, n] = [both + onlyFirst, both + onlySecond, both + onlyFirst + onlySecond + neither];
  let p = 0;
  for (let k = both; k <= Math.min(first, second); k++) p += hypergeometric(k, first, second, n);
  return Math.min(1, p);
}

/** The chance of k in both, of `first` and `second` out of n. */
function hypergeometric(k: number, first: number, second: number, n: number): number {
  const [a, b, c, d] = [k, first - k, second - k, n - first - second + k];
  const rows =
    logFactorial(first) + logFactorial(n - first) + logFactorial(second) + logFactorial(n - second);
  const cells = logFactorial(a) + logFactorial(b) + logFactorial(c) + logFactorial(d);
  return Math.exp(rows - logFactorial(n) - cells);
}
