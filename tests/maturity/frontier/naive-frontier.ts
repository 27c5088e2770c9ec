import type { Candidate } from '#lib/maturity/frontier/candidate.ts';
import type { FrontierQuery } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';

/** A set of candidates with what it lets in, by plain loops. */
export interface NaiveSet {
  size: number;
  /** Weight × products to which it applies, summed. */
  units: number;
  admitted: number;
  withinOne: number;
}

function lacking(levels: Int8Array, set: readonly Candidate[]): number {
  let sum = 0;
  for (const { criterion, level } of set) {
    const own = levels[criterion] as number;
    if (own >= 0 && own < level) sum += level - own;
  }
  return sum;
}

export function naiveSet(table: LevelTable, set: readonly Candidate[]): NaiveSet {
  const missing = table.products.map(({ levels }) => lacking(levels, set));
  const applies = (one: Candidate) => table.products.filter(({ levels }) => levels[one.criterion] !== -1);
  return {
    size: set.length,
    units: set.reduce((sum, one) => sum + one.weight * applies(one).length, 0),
    admitted: missing.filter((levels) => levels === 0).length,
    withinOne: missing.filter((levels) => levels <= 1).length
  };
}

function meets(table: LevelTable, set: readonly Candidate[], query: FrontierQuery): boolean {
  const codes = set.map(({ code }) => code);
  return (
    query.include.every((code) => codes.includes(code)) &&
    !query.exclude.some((code) => codes.includes(code)) &&
    query.minThemes.every(({ theme, least }) => set.filter((one) => one.theme === theme).length >= least) &&
    query.floors.every(({ corridor, percent }) => {
      const own = table.products.filter((product) => product.corridor === corridor);
      const admitted = own.filter(({ levels }) => lacking(levels, set) === 0).length;
      return 100 * admitted >= percent * own.length;
    })
  );
}

/** Every set of one candidate or more that meets the constraints. */
export function naiveSets(
  table: LevelTable,
  candidates: readonly Candidate[],
  query: FrontierQuery
): NaiveSet[] {
  const weighed = candidates.map((one) => ({
    ...one,
    weight: query.weights.find(({ code }) => code === one.code)?.weight ?? one.weight
  }));
  const sets: NaiveSet[] = [];
  for (let bits = 1; bits < 2 ** candidates.length; bits++) {
    const set = weighed.filter((_, j) => (bits >> j) & 1);
    if (meets(table, set, query)) sets.push(naiveSet(table, set));
  }
  return sets;
}

export function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
}
