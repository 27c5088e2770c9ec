/** Whole numbers below a bound, the same for the same seed (Mulberry32). */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Bytes cut, changed, repeated or taken out: what happens to files under way, or is done to them. */
export const mutations: Mutation[] = [
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => bytes.slice(random(bytes.length)),
  (bytes, random) => bytes.with(random(bytes.length), random(256)),
  (bytes, random) => bytes.map((byte) => (random(200) === 0 ? random(256) : byte)),
  (bytes, random) => {
    const at = random(bytes.length);
    return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random(8)));
  },
  (bytes, random) => {
    const [from, length] = [random(bytes.length), random(60)];
    return Uint8Array.from([...bytes.slice(0, from + length), ...bytes.slice(from)]);
  },
  (bytes, random) => {
    const from = random(bytes.length);
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + random(60))]);
  },
  (bytes) => Uint8Array.from([...bytes, ...bytes])
];

/** A file changed in one way, or in several. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const once = mutations[random(mutations.length)]?.(bytes, random) ?? bytes;
  return random(3) === 0 && once.length > 0 ? mutated(once, random) : once;
}
