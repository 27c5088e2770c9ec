import type { LevelTable } from '../level-table.ts';
import { beam } from './beam.ts';
import { mostProducts, noSets, type BestSets } from './best-sets.ts';
import type { Candidate } from './candidate.ts';
import { instanceOf, type Instance, type Line } from './instance.ts';
import { pointsOf, type Bounded, type FrontierPoint } from './points.ts';
import type { FrontierQuery, Measure } from './query.ts';
import { search } from './search.ts';

/** How far the work is: which line, and the part of it that is done, from 0 to 1. */
export interface Progress {
  line: Line;
  done: number;
}

export interface FrontierOptions {
  /** For the whole run. */
  seconds: number;
  /** Told some ten times a second; false stops the run, whose results hold all the same. */
  onProgress?: (progress: Progress) => boolean;
}

export interface Frontier {
  products: number;
  measure: Measure;
  points: FrontierPoint[];
  /** What the run took. */
  seconds: number;
}

/** A clock in milliseconds: of browsers and Node alike. */
const now = () => performance.now();

/** The part of the time after which the second line must have its turn. */
const firstShare = 0.7;

/**
 * The frontier of sets of candidates (domain definition 11) under the query's constraints, which must not contradict
 * each other (`contradictions`). Synchronous, up to `seconds` long: run it in a thread of its own.
 */
export function frontier(
  table: LevelTable,
  candidates: readonly Candidate[],
  query: FrontierQuery,
  { seconds, onProgress = () => true }: FrontierOptions
): Frontier {
  const start = now();
  const weighed = weigh(candidates, query);
  const run = (line: Line, until: number) =>
    bounded(instanceOf(table, weighed, query, line), (done) => now() < until && onProgress({ line, done }));
  const admitted = run('admitted', start + seconds * 1000 * firstShare);
  const withinOne = run('withinOne', start + seconds * 1000);
  const points = pointsOf({ table, candidates: weighed, query, admitted, withinOne });
  return { products: table.products.length, measure: query.measure, points, seconds: (now() - start) / 1000 };
}

function weigh(candidates: readonly Candidate[], { weights }: FrontierQuery): Candidate[] {
  return candidates.map((candidate) => ({
    ...candidate,
    weight: weights.find(({ code }) => code === candidate.code)?.weight ?? candidate.weight
  }));
}

function bounded(instance: Instance, goesOn: (done: number) => boolean): Bounded {
  const best: BestSets = noSets(instance.products);
  beam(instance, best, () => goesOn(0));
  const open = search(instance, best, goesOn);
  const bound = best.gain.map((gain, a) => Math.max(gain, open[a] as number));
  return { instance, best, bound, most: (gain) => mostProducts(bound, gain) };
}
