export interface Interval {
  low: number;
  high: number;
}

/** What an interval is computed from, as its formula names it; shares from 0 to 1. */
export interface IntervalSteps extends Interval {
  share: number;
  /** Middle and half-width before both are divided by `scale`. */
  centre: number;
  half: number;
  scale: number;
}

/** Of a two-sided interval of 95 %. */
export const z = 1.959964;

/**
 * Wilson score interval, 95 %, of a share (Wilson, « Probable inference, the law of succession, and statistical
 * inference », JASA 22, 1927), step by step: n of N, N ≥ 1; shares from 0 to 1.
 */
export function wilsonSteps(n: number, N: number): IntervalSteps {
  const share = n / N;
  const z2 = z * z;
  const centre = share + z2 / (2 * N);
  const half = z * Math.sqrt((share * (1 - share)) / N + z2 / (4 * N * N));
  const scale = 1 + z2 / N;
  const low = n === 0 ? 0 : (centre - half) / scale;
  const high = n === N ? 1 : (centre + half) / scale;
  return { share, centre, half, scale, low, high };
}

/** The interval alone. */
export function wilson(n: number, N: number): Interval {
  const { low, high } = wilsonSteps(n, N);
  return { low, high };
}
