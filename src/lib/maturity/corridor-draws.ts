import type { BlockedCriterion, BlockedGroup } from './corridor-blocks.ts';
import { deal, dealOf, type Dealt } from './corridor-deal.ts';
import { farAs, type Spread } from './corridor-spread.ts';
import type { Tested } from './corridor-test.ts';
import { randomWords } from './random.ts';

const seed = 20220412;

interface Limits {
  draws: number;
  /** A criterion is done once this share of all draws is as far as observed. */
  hopeless: number;
}

/** A criterion's products on the counted side, one after the other: their stratum's vendor, and place in its block. */
interface Piece {
  stratum: number;
  vendors: Int32Array;
  places: Int32Array;
}

interface Running {
  index: number;
  pieces: Piece[];
  reached: number;
  asFar: number;
}

/** The p-values of the group's criteria by seeded draws, each draw for all of them. */
export function corridorDraws(
  group: BlockedGroup,
  free: readonly boolean[],
  spread: Spread,
  { draws, hopeless }: Limits
): Map<number, Tested> {
  const done = new Map<number, Tested>();
  const dealt = group.strata.map((stratum, s) =>
    dealOf(stratum, free[s] ? lastMarked(group.criteria, s) + 1 : 0)
  );
  const words = randomWords(seed);
  const counts = new Int32Array(group.sizes.length);
  const enough = Math.ceil(draws * hopeless);
  let running = group.criteria.map((criterion) => runningOf(criterion, farAs(spread(criterion.observed))));
  for (let draw = 1; draw <= draws && running.length > 0; draw++) {
    for (const stratum of dealt) deal(stratum, words);
    let ended = false;
    for (const one of running) {
      count(one.pieces, dealt, counts);
      if (spread(counts) < one.reached || ++one.asFar < enough) continue;
      done.set(one.index, { p: one.asFar / draw, draws: draw });
      ended = true;
    }
    if (ended) running = running.filter(({ index }) => !done.has(index));
  }
  for (const { index, asFar } of running) done.set(index, { p: (asFar + 1) / (draws + 1), draws });
  return done;
}

function lastMarked(criteria: readonly BlockedCriterion[], stratum: number): number {
  return Math.max(-1, ...criteria.map(({ marked }) => marked[stratum]?.at(-1)?.vendor ?? -1));
}

function runningOf({ index, marked }: BlockedCriterion, reached: number): Running {
  const pieces = marked.map((own, stratum) => ({
    stratum,
    vendors: Int32Array.from(own.flatMap(({ vendor, places }) => places.map(() => vendor))),
    places: Int32Array.from(own.flatMap(({ places }) => places))
  }));
  return { index, pieces: pieces.filter(({ places }) => places.length > 0), reached, asFar: 0 };
}

/** By corridor, where the counted products now are. */
function count(pieces: readonly Piece[], dealt: readonly Dealt[], counts: Int32Array): void {
  counts.fill(0);
  for (const { stratum, vendors, places } of pieces) {
    const { held, corridors } = dealt[stratum] as Dealt;
    for (let i = 0; i < vendors.length; i++) {
      const corridor = corridors[(held[vendors[i] as number] as number) + (places[i] as number)] as number;
      counts[corridor] = (counts[corridor] as number) + 1;
    }
  }
}
