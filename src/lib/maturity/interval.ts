export interface Interval {
  low: number;
  high: number;
}

const z = 1.959964;

/**
 * Wilson score interval, 95 %, of a share (Wilson, « Probable inference, the law of succession, and statistical
 * inference », JASA 22, 1927): n of N, N ≥ 1; shares from 0 to 1.
 */
export function wilson(n: number, N: number): Interval {
  const share = n / N;
  const z2 = z * z;
  const centre = share + z2 / (2 * N);
  const half = z * Math.sqrt((share * (1 - share)) / N + z2 / (4 * N * N));
  const scale = 1 + z2 / N;
  return { low: n === 0 ? 0 : (centre - half) / scale, high: n === N ? 1 : (centre + half) / scale };
}
