import { notConcerned, type LevelTable } from '../level-table.ts';
import { mostProducts, type BestSets } from './best-sets.ts';
import { firmnessUnits, missingLevels, type Candidate } from './candidate.ts';
import type { Instance } from './instance.ts';
import type { FrontierQuery } from './query.ts';
import { chooseSubset } from './subset.ts';

/** One point of the frontier. */
export interface FrontierPoint {
  size: number;
  firmness: number;
  /** How many of its requirements are conditional. */
  conditional: number;
  /** Products that fail none of the set; null where no set is known, and where there is none (then the bound is null too). */
  admitted: number | null;
  bound: number | null;
  proven: boolean;
  criteria: string[];
  /** The most products that lack one level at most, of another set as the case may be. */
  withinOne: number | null;
  withinOneBound: number | null;
  withinOneProven: boolean;
}

/** What a search found of one line, with the greatest gain that is possible at each number of products. */
export interface Bounded {
  instance: Instance;
  best: BestSets;
  bound: Int32Array;
  /** The most products that a set of this gain or more can let in, known or not; undefined where there is no such set. */
  most: (gain: number) => number | undefined;
}

export interface Found {
  table: LevelTable;
  candidates: readonly Candidate[];
  query: FrontierQuery;
  admitted: Bounded;
  withinOne: Bounded;
}

/** With `count` a point for each size, with `firmness` the sets that no other is firmer than and lets as many in. */
export function pointsOf(found: Found): FrontierPoint[] {
  return found.query.measure === 'count' ? bySize(found) : byFirmness(found);
}

function bySize(found: Found): FrontierPoint[] {
  const least = leastSize(found.admitted.instance);
  const points: FrontierPoint[] = [];
  // from the largest down, since what is left of a larger set lets in as many at least
  let larger: Candidate[] | undefined;
  for (let size = found.candidates.length; size >= 1; size--) {
    const sets = size < least ? [] : [bestSet(found.admitted, size), larger];
    const chosen = sets.flatMap((set) => (set ? [chooseSubset(found, set, size)] : []));
    larger = better(found.table, chosen);
    points.unshift(size < least ? emptyPoint(size) : pointOf(found, larger, size, size));
  }
  return points;
}

function better(table: LevelTable, sets: readonly Candidate[][]): Candidate[] | undefined {
  const [first, second] = sets;
  if (!first || !second) return first ?? second;
  return admittedBy(table, second) > admittedBy(table, first) ? second : first;
}

/** The included criteria, and what the themes want beyond them. */
function leastSize({ included, themes }: Instance): number {
  return themes.reduce((sum, { least }) => sum + least, included.length);
}

function bestSet({ instance, best }: Bounded, gain: number): Candidate[] | undefined {
  const products = mostProducts(best.gain, gain);
  const set = products === undefined ? undefined : best.set[products];
  return set && [...instance.included, ...[...set].map((j) => instance.free[j] as Candidate)];
}

/** From the most products down: a set is on the frontier if it is firmer than all that let in more. */
function byFirmness(found: Found): FrontierPoint[] {
  const { best } = found.admitted;
  const gains = best.gain.filter((gain, a) => gain >= 0 && gain > (best.gain[a + 1] ?? -1)).reverse();
  return [...gains].flatMap((gain) => {
    const set = bestSet(found.admitted, gain);
    return set && set.length > 0 ? [pointOf(found, set, set.length, gain)] : [];
  });
}

function pointOf(found: Found, set: Candidate[] | undefined, size: number, gain: number): FrontierPoint {
  const bound = found.admitted.most(gain);
  const near = mostProducts(found.withinOne.best.gain, gain);
  const nearBound = found.withinOne.most(gain);
  const admitted = set ? admittedBy(found.table, set) : null;
  const withinOne = near === undefined ? admitted : Math.max(near, admitted ?? 0);
  return {
    ...emptyPoint(size),
    ...(set ? describe(found.table, set) : {}),
    admitted,
    bound: bound ?? null,
    proven: admitted === (bound ?? null),
    withinOne,
    withinOneBound: nearBound ?? null,
    withinOneProven: withinOne === (nearBound ?? null)
  };
}

function describe(table: LevelTable, set: readonly Candidate[]) {
  const units = set.reduce((sum, one) => sum + firmnessUnits(one, table), 0);
  return {
    firmness: table.products.length === 0 ? 0 : units / table.products.length,
    conditional: set.filter(({ isConditional }) => isConditional).length,
    criteria: [...set].sort((a, b) => a.criterion - b.criterion).map(({ code }) => code)
  };
}

/** Products that fail none of the set, counted from their levels: what stands in the point is seen, not deduced. */
export function admittedBy({ products }: LevelTable, set: readonly Candidate[]): number {
  return products.filter(({ levels }) =>
    set.every(({ criterion, level }) => missingLevels(levels[criterion] ?? notConcerned, level) === 0)
  ).length;
}

/** No set of this size meets the constraints, which is proven. */
function emptyPoint(size: number): FrontierPoint {
  return {
    size,
    firmness: 0,
    conditional: 0,
    admitted: null,
    bound: null,
    proven: true,
    criteria: [],
    withinOne: null,
    withinOneBound: null,
    withinOneProven: true
  };
}
