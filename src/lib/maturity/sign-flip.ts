import { heads, randomWords } from './random.ts';

/** Up to so many differences that aren't 0, every pattern of signs is counted; beyond, so many draws. */
export const exactUpTo = 20;
export const draws = 10_000;

const seed = 20220412;
const tolerance = 1e-9;

/** Differences of one size: their sum depends only on how many are positive. */
interface Group {
  size: number;
  count: number;
}

/**
 * Two-sided p-value of the sign-flip permutation test: the chance that the sum of the differences, one a vendor, is at
 * least as far from 0 as observed if each were as likely to have the other sign (Fisher, « The Design of Experiments »,
 * 1935, § 21). With differences of 1 and −1 it is McNemar's exact test. Draws count the observed signs as one of them,
 * so that p is never 0 (Phipson and Smyth, 2010). 1 where nothing differs.
 */
export function signFlip(differences: readonly number[]): number {
  const moved = differences.filter((difference) => Math.abs(difference) > tolerance);
  const observed = Math.abs(moved.reduce((sum, difference) => sum + difference, 0)) - tolerance;
  const groups = groupsOf(moved);
  return moved.length <= exactUpTo ? exact(groups, 0, 0, observed) : drawn(groups, observed);
}

function groupsOf(differences: readonly number[]): Group[] {
  const counts = new Map<number, number>();
  for (const difference of differences) {
    const size = Math.abs(difference);
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].map(([size, count]) => ({ size, count }));
}

/** The share of patterns, over the groups from `index` on, that bring `sum` as far from 0 as observed. */
function exact(groups: readonly Group[], index: number, sum: number, observed: number): number {
  const group = groups[index];
  if (!group) return Math.abs(sum) >= observed ? 1 : 0;
  const { size, count } = group;
  let [share, chance] = [0, 2 ** -count];
  for (let positive = 0; positive <= count; positive++) {
    share += chance * exact(groups, index + 1, sum + size * (2 * positive - count), observed);
    chance *= (count - positive) / (positive + 1);
  }
  return share;
}

function drawn(groups: readonly Group[], observed: number): number {
  const words = randomWords(seed);
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (const { size, count } of groups) sum += size * (2 * heads(count, words) - count);
    if (Math.abs(sum) >= observed) asFar += 1;
  }
  return asFar / (draws + 1);
}
