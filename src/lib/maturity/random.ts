import { bitCount } from './bit-count.ts';

/** Whole numbers of 32 bits, the same for the same seed: mulberry32 (T. Ettinger, 2017, public domain). */
export function randomWords(seed: number): () => number {
  // signed, since V8 would put an unsigned word of 32 bits on the heap at each call
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
}

/** How many of `count` fair coins fall heads. */
export function heads(count: number, words: () => number): number {
  let sum = 0;
  for (let left = count; left > 0; left -= 32)
    sum += bitCount(left >= 32 ? words() : words() >>> (32 - left));
  return sum;
}
