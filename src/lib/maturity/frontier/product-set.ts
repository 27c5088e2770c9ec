import { bitCount } from '../bit-count.ts';

/** How many products a set of groups holds: every word's groups stand for as many products each. */
export function productsIn(set: Int32Array, from: number, multiplicity: Int32Array): number {
  let sum = 0;
  for (let w = 0; w < multiplicity.length; w++)
    sum += (multiplicity[w] as number) * bitCount(set[from + w] as number);
  return sum;
}

/** As `productsIn`, of those that are also in `mask`. */
export function productsInBoth(
  set: Int32Array,
  from: number,
  mask: Int32Array,
  maskFrom: number,
  multiplicity: Int32Array
): number {
  let sum = 0;
  for (let w = 0; w < multiplicity.length; w++)
    sum += (multiplicity[w] as number) * bitCount((set[from + w] as number) & (mask[maskFrom + w] as number));
  return sum;
}

export function hasBit(set: Int32Array, from: number, bit: number): boolean {
  return (((set[from + (bit >> 5)] as number) >>> (bit & 31)) & 1) === 1;
}

export function setBit(set: Int32Array, from: number, bit: number): void {
  const at = from + (bit >> 5);
  set[at] = (set[at] as number) | (1 << (bit & 31));
}
