/** A product in view: its vendor, its corridor, and one mark a criterion: `-` not counted, `0` short, `1` at target. */
export interface Placement {
  vendorKey: string;
  corridor: string;
  marks: string;
}

/** Vendors with one number of products that count: those whose corridors may change places. */
export interface Stratum {
  /** Products a vendor. */
  size: number;
  vendors: number;
  /** The corridors of all their products as indices, `size` a vendor. */
  corridors: Int32Array;
}

/** A vendor, by its place in its stratum, and which of its products are on the counted side, as places from 0. */
export interface Marked {
  vendor: number;
  places: number[];
}

export interface BlockedCriterion {
  /** Its place among the criteria. */
  index: number;
  /**
   * By corridor, the products on the counted side: at target, or short of it where these are fewer. Both sides give the
   * same test.
   */
  observed: number[];
  /** By stratum, the vendors with a product on that side. */
  marked: Marked[][];
}

/** Criteria that count for the same products, and so are tested over the same exchanges. */
export interface BlockedGroup {
  /** Products that count, by corridor. */
  sizes: number[];
  strata: Stratum[];
  criteria: BlockedCriterion[];
}

/** The placements of one vendor that count, in their order. */
interface Block {
  corridors: number[];
  marks: string[];
}

/** All criteria, grouped; a vendor's products stay together, in the order of the placements. */
export function blockedGroups(
  placements: readonly Placement[],
  corridors: readonly string[],
  criteria: number
): BlockedGroup[] {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < criteria; index++) {
    const counted = placements.map(({ marks }) => (marks[index] === '-' ? '-' : '+')).join('');
    const own = groups.get(counted) ?? [];
    own.push(index);
    groups.set(counted, own);
  }
  const places = new Map(corridors.map((corridor, i) => [corridor, i]));
  return [...groups].map(([counted, indices]) =>
    groupOf(
      placements.filter((_, i) => counted[i] === '+'),
      places,
      indices
    )
  );
}

function groupOf(
  placements: readonly Placement[],
  places: Map<string, number>,
  indices: readonly number[]
): BlockedGroup {
  const all = strataOf(placements, places);
  const sides = indices.map((index) => ({ index, side: fewerSide(index, all) }));
  const strata = all.map((blocks) => markedFirst(blocks, sides));
  const sizes = tally(
    strata.flat().flatMap(({ corridors }) => corridors),
    places.size
  );
  return {
    sizes,
    strata: strata.map((blocks) => ({
      size: blocks[0]?.corridors.length ?? 0,
      vendors: blocks.length,
      corridors: Int32Array.from(blocks.flatMap(({ corridors }) => corridors))
    })),
    criteria: sides.map((one) => criterionOf(one, strata, sizes))
  };
}

function strataOf(placements: readonly Placement[], places: Map<string, number>): Block[][] {
  const vendors = new Map<string, Block>();
  for (const { vendorKey, corridor, marks } of placements) {
    const block = vendors.get(vendorKey) ?? { corridors: [], marks: [] };
    block.corridors.push(places.get(corridor) ?? 0);
    block.marks.push(marks);
    vendors.set(vendorKey, block);
  }
  const bySize = new Map<number, Block[]>();
  for (const block of vendors.values()) {
    const own = bySize.get(block.marks.length) ?? [];
    own.push(block);
    bySize.set(block.marks.length, own);
  }
  return [...bySize.values()];
}

/** Draws then end with the last vendor that anything is counted of. */
function markedFirst(blocks: Block[], sides: readonly Side[]): Block[] {
  const isMarked = ({ marks }: Block) =>
    sides.some(({ index, side }) => marks.some((own) => own[index] === side));
  return [...blocks.filter(isMarked), ...blocks.filter((block) => !isMarked(block))];
}

/** Which answers to a criterion are counted: the fewer. */
interface Side {
  index: number;
  side: '0' | '1';
}

function criterionOf({ index, side }: Side, strata: Block[][], sizes: number[]): BlockedCriterion {
  const where: number[] = [];
  const marked = strata.map((blocks) =>
    blocks.flatMap(({ marks, corridors }, vendor): Marked[] => {
      const places = marks.flatMap((own, place) => (own[index] === side ? [place] : []));
      for (const place of places) where.push(corridors[place] ?? 0);
      return places.length > 0 ? [{ vendor, places }] : [];
    })
  );
  return { index, observed: tally(where, sizes.length), marked };
}

/** How often each of the numbers from 0 occurs. */
function tally(numbers: readonly number[], length: number): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const one of numbers) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

function fewerSide(index: number, strata: Block[][]): '0' | '1' {
  let more = 0;
  for (const { marks } of strata.flat()) for (const own of marks) more += own[index] === '1' ? 1 : -1;
  return more > 0 ? '0' : '1';
}
