/**
 * The best sets found, by the number of products that they let in: for each number the greatest gain of a set that lets
 * in as many or more, −1 where none is known. Gains never rise with the number of products.
 */
export interface BestSets {
  gain: Int32Array;
  /** Free candidates of a set of that gain. */
  set: (Int32Array | undefined)[];
}

export function noSets(products: number): BestSets {
  return {
    gain: new Int32Array(products + 1).fill(-1),
    set: Array.from({ length: products + 1 }, () => undefined)
  };
}

/** Keeps the first `size` of `chosen` wherever that is better than what is known. */
export function record(
  best: BestSets,
  products: number,
  gain: number,
  chosen: Int32Array,
  size: number
): void {
  if ((best.gain[products] as number) >= gain) return;
  const set = chosen.slice(0, size);
  for (let a = products; a >= 0 && (best.gain[a] as number) < gain; a--) {
    best.gain[a] = gain;
    best.set[a] = set;
  }
}

/** The most products that a set of this gain or more lets in; undefined where none is known. */
export function mostProducts(gains: Int32Array, gain: number): number | undefined {
  for (let a = gains.length - 1; a >= 0; a--) if ((gains[a] as number) >= gain) return a;
  return undefined;
}
