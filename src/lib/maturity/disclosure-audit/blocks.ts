import { disjointSets } from '#lib/maturity/whole-programs/disjoint-sets.ts';
import type { Counts } from './counts.ts';

/** Unknowns that bear on each other, with the fixed ones beside them and their sums; indices as in the counts. */
export interface Block {
  unknowns: number[];
  sums: number[];
}

/** Tells the block of an unknown. */
export interface Blocks {
  of(unknown: number): Block;
}

/** Blocks are found once for the same counts, whoever reasons about them. */
const remembered = new WeakMap<Counts, Blocks>();

export function blocksOf(counts: Counts): Blocks {
  const blocks = remembered.get(counts) ?? foundBlocks(counts);
  remembered.set(counts, blocks);
  return blocks;
}

/**
 * The blocks by which counts can be reasoned about one at a time: a sum joins those of its unknowns that are not fixed.
 * Keyed by one unknown of each, as `of` tells for any.
 */
function foundBlocks({ unknowns, sums }: Counts): Blocks {
  const isFree = (i: number) => (unknowns[i]?.lower ?? 0) < (unknowns[i]?.upper ?? 0);
  const free = sums.map(({ total, parts }) => [total, ...parts].filter(isFree));
  const sets = disjointSets(unknowns.length);
  for (const [first, ...others] of free) for (const other of others) sets.join(other, first ?? other);
  const sumsOf = new Map<number, number[]>();
  free.forEach(([first], i) => {
    if (first === undefined) return;
    const root = sets.find(first);
    sumsOf.set(root, [...(sumsOf.get(root) ?? []), i]);
  });
  const blocks = new Map<number, Block>();
  return {
    of(unknown) {
      const root = sets.find(unknown);
      const known = blocks.get(root);
      if (known) return known;
      const own = sumsOf.get(root) ?? [];
      const members = new Set([
        unknown,
        ...own.flatMap((i) => [sums[i]?.total ?? 0, ...(sums[i]?.parts ?? [])])
      ]);
      const block = { unknowns: [...members], sums: own };
      blocks.set(root, block);
      return block;
    }
  };
}
