import type { Highs } from 'highs';
import { openProgram, type OpenProgram, type Term } from '#lib/maturity/whole-programs/program.ts';
import { blocksOf, type Block } from './blocks.ts';
import type { Counts } from './counts.ts';

/** How far a sum of counts can be pushed, by whom knows only these counts. */
export interface Reach {
  value: number;
  /** Unknowns by whose printed or known bounds it is held there. */
  held: number[];
}

/** Somebody who reasons about counts, block by block. */
export interface Attack {
  /** The most that the sum can be; undefined where the counts contradict each other. All terms are of one block. */
  most(terms: readonly Term[]): Reach | undefined;
  /** Least and most that whole solutions met on the way gave; a shortcut to what is possible. */
  seen(unknown: number): { low: number; high: number } | undefined;
  close(): void;
}

interface OpenBlock {
  program: OpenProgram;
  block: Block;
  places: Map<number, number>;
}

function openBlock(highs: Highs, counts: Counts, block: Block): OpenBlock {
  const places = new Map(block.unknowns.map((unknown, place) => [unknown, place]));
  const place = (unknown: number) => places.get(unknown) ?? 0;
  const program = openProgram(highs, {
    lower: block.unknowns.map((unknown) => counts.unknowns[unknown]?.lower ?? 0),
    upper: block.unknowns.map((unknown) => counts.unknowns[unknown]?.upper ?? 0),
    sums: block.sums.map((i) => ({
      total: place(counts.sums[i]?.total ?? 0),
      parts: (counts.sums[i]?.parts ?? []).map(place)
    }))
  });
  return { program, block, places };
}

function placeIn(places: Map<number, number>, unknown: number): number {
  const place = places.get(unknown);
  if (place === undefined) throw new Error(`not of this block: ${unknown}`);
  return place;
}

export function openAttack(highs: Highs, counts: Counts): Attack {
  const blocks = blocksOf(counts);
  const open = new Map<Block, OpenBlock>();
  const met = new Map<number, { low: number; high: number }>();

  function opened(unknown: number): OpenBlock {
    const block = blocks.of(unknown);
    const known = open.get(block) ?? openBlock(highs, counts, block);
    open.set(block, known);
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
      const [first] = terms;
      if (!first) return { value: 0, held: [] };
      const { program, block, places } = opened(first[0]);
      const extreme = program.most(terms.map(([unknown, weight]) => [placeIn(places, unknown), weight]));
      if (!extreme) return undefined;
      remember(opened(first[0]), extreme.point);
      const held = extreme.held?.map((place) => block.unknowns[place] ?? 0);
      return { value: extreme.value, held: held ?? block.unknowns };
    },
    seen: (unknown) => met.get(unknown),
    close() {
      for (const { program } of open.values()) program.close();
    }
  };
}
