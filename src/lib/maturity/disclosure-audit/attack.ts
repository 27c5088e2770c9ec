import type { Highs } from 'highs';
import {
  openProgram,
  type OpenProgram,
  type Program,
  type Term
} from '#lib/maturity/whole-programs/program.ts';
import { blocksOf, type Block, type Blocks } from './blocks.ts';
import type { Counts } from './counts.ts';

/** How far a sum of counts can be pushed, by whom knows only these counts. */
export interface Reach {
  value: number;
  /** Unknowns by whose printed or known bounds it is held there. */
  held: number[];
}

/** Somebody who reasons about counts, block by block. */
export interface Attack {
  /**
   * The most that the sum can be; undefined where the counts contradict each other. All terms are of one block, but for
   * counts that are fixed, which are of none.
   */
  most(terms: readonly Term[]): Reach | undefined;
  /** Goes far that way, for the sake of what may be seen there; the terms may be of many counts and name one twice. */
  push(terms: readonly Term[]): void;
  /** Least and most that whole solutions met on the way gave; a shortcut to what is possible. */
  seen(unknown: number): { low: number; high: number } | undefined;
  /** The same counts within other bounds, none of which opens a count that was fixed. */
  within(counts: Counts): void;
  close(): void;
}

interface OpenBlock {
  program: OpenProgram;
  block: Block;
  places: Map<number, number>;
  /** Whose bounds the program has. */
  of: Counts;
}

function boundsOf({ unknowns }: Counts, block: Block): Pick<Program, 'lower' | 'upper'> {
  return {
    lower: block.unknowns.map((unknown) => unknowns[unknown]?.lower ?? 0),
    upper: block.unknowns.map((unknown) => unknowns[unknown]?.upper ?? 0)
  };
}

function openBlock(highs: Highs, counts: Counts, block: Block): OpenBlock {
  const places = new Map(block.unknowns.map((unknown, place) => [unknown, place]));
  const place = (unknown: number) => places.get(unknown) ?? 0;
  const program = openProgram(highs, {
    ...boundsOf(counts, block),
    sums: block.sums.map((i) => ({
      total: place(counts.sums[i]?.total ?? 0),
      parts: (counts.sums[i]?.parts ?? []).map(place)
    }))
  });
  return { program, block, places, of: counts };
}

/** What counts that are fixed from the start add to a sum, whatever becomes of the others. */
function fixedPart({ unknowns }: Counts, terms: readonly Term[]): Reach {
  return {
    value: terms.reduce((sum, [unknown, weight]) => sum + weight * (unknowns[unknown]?.upper ?? 0), 0),
    held: terms.map(([unknown]) => unknown)
  };
}

function placeIn(places: Map<number, number>, unknown: number): number {
  const place = places.get(unknown);
  if (place === undefined) throw new Error(`not of this block: ${unknown}`);
  return place;
}

/** With the weights of an unknown that is named twice added up. */
function byBlock(blocks: Blocks, terms: readonly Term[]): Term[][] {
  const weights = new Map<number, number>();
  for (const [unknown, weight] of terms) weights.set(unknown, (weights.get(unknown) ?? 0) + weight);
  const groups = new Map<Block, Term[]>();
  for (const term of weights) {
    const block = blocks.of(term[0]);
    const known = groups.get(block);
    if (known) known.push(term);
    else groups.set(block, [term]);
  }
  return [...groups.values()];
}

export function openAttack(highs: Highs, counts: Counts): Attack {
  const blocks = blocksOf(counts);
  const open = new Map<Block, OpenBlock>();
  const met = new Map<number, { low: number; high: number }>();
  let current = counts;
  const isOpen = ([unknown]: Term) =>
    (counts.unknowns[unknown]?.lower ?? 0) < (counts.unknowns[unknown]?.upper ?? 0);

  function opened(unknown: number): OpenBlock {
    const block = blocks.of(unknown);
    const known = open.get(block) ?? openBlock(highs, current, block);
    open.set(block, known);
    if (known.of !== current) known.program.rebound(boundsOf(current, block));
    known.of = current;
    return known;
  }

  function remember({ block }: OpenBlock, point: Float64Array): void {
    block.unknowns.forEach((unknown, place) => {
      const value = point[place] ?? 0;
      const { low, high } = met.get(unknown) ?? { low: value, high: value };
      met.set(unknown, { low: Math.min(low, value), high: Math.max(high, value) });
    });
  }

  return {
    most(terms) {
      const free = terms.filter(isOpen);
      const fixed = fixedPart(
        counts,
        free.length === terms.length ? [] : terms.filter((term) => !isOpen(term))
      );
      const [first] = free;
      if (!first) return fixed;
      const own = opened(first[0]);
      const { program, block, places } = own;
      const extreme = program.most(free.map(([unknown, weight]) => [placeIn(places, unknown), weight]));
      if (!extreme) return undefined;
      remember(own, extreme.point);
      const held = extreme.held?.map((place) => block.unknowns[place] ?? 0) ?? block.unknowns;
      return { value: extreme.value + fixed.value, held: [...held, ...fixed.held] };
    },
    push(terms) {
      for (const own of byBlock(blocks, terms)) {
        const opening = opened(own[0]?.[0] ?? 0);
        const { program, places } = opening;
        const extreme = program.vertex(own.map(([unknown, weight]) => [placeIn(places, unknown), weight]));
        if (extreme) remember(opening, extreme.point);
      }
    },
    seen: (unknown) => met.get(unknown),
    within(bounds) {
      current = bounds;
      met.clear();
    },
    close() {
      for (const { program } of open.values()) program.close();
    }
  };
}
