/** A stream of pseudo-random draws that is the same on every machine: the sample must not change by itself. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

export function createRandom(seed: number): Random {
  const uniform = mulberry32(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  };
}

/** The `size` items that come first when each is drawn with a probability that grows with its weight. */
export function sampleWeighted<T>(
  random: Random,
  items: T[],
  size: number,
  weight: (item: T) => number
): T[] {
  return items
    .map((item) => ({ item, key: Math.log(1 - random.uniform()) / weight(item) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, size)
    .map(({ item }) => item);
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

// Tommy Ettinger's mulberry32, public domain.
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
