import { randomWords } from '#lib/maturity/random.ts';
import { repetitions } from '#tests/repetitions.ts';

/** How often each fault is made, of each kind where there are kinds: `npm run test:long` asks for fifty. */
export const times = repetitions(5);

export const seed = Number(process.env['PALIER_SEED'] ?? Date.now() % 1_000_000);

const words = randomWords(seed);

/** A whole number below `below`, which the seed decides. */
export function randomBelow(below: number): number {
  return words() % below;
}

/** From 0 to 1. */
export function randomShare(): number {
  return words() / 2 ** 32;
}

/** All of them, as often as faults are made, in an order that the seed decides. */
export function inTurn<T>(kinds: readonly T[], rounds: number): T[] {
  const first = randomBelow(kinds.length);
  return Array.from({ length: rounds }, (_, i) => kinds[(first + i) % kinds.length] as T);
}
