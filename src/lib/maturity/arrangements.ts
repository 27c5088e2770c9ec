import type { BlockedCriterion, BlockedGroup, Marked, Stratum } from './corridor-blocks.ts';
import { farAs, type Spread } from './corridor-spread.ts';

/** Vendors whose products are in the same corridors, in order: exchanging them changes nothing. */
interface Kind {
  corridors: number[];
  left: number;
}

function kindsOf({ size, vendors, corridors }: Stratum): Kind[] {
  const kinds = new Map<string, Kind>();
  for (let v = 0; v < vendors; v++) {
    const own = [...corridors.slice(v * size, (v + 1) * size)];
    const kind = kinds.get(own.join()) ?? { corridors: own, left: 0 };
    kind.left += 1;
    kinds.set(own.join(), kind);
  }
  return [...kinds.values()];
}

/** In how many ways the stratum's corridors can be dealt to its vendors; may be infinite in floating point. */
export function arrangements(stratum: Stratum): number {
  let [ways, dealt] = [1, 0];
  for (const { left } of kindsOf(stratum)) {
    for (let i = 1; i <= left; i++) ways *= ++dealt / i;
  }
  return Math.round(ways);
}

interface Hand {
  kinds: Kind[];
  vendors: number;
  marked: Marked[];
}

/** The share of all arrangements that are as far as observed: each kind in turn for each vendor that counts. */
export function exactShare(
  { strata, sizes }: BlockedGroup,
  { observed, marked }: BlockedCriterion,
  spread: Spread
): number {
  const counts = sizes.map(() => 0);
  const hands = strata.map((stratum, s): Hand => {
    return { kinds: kindsOf(stratum), vendors: stratum.vendors, marked: marked[s] ?? [] };
  });
  return shareFrom(hands, 0, 0, counts, (all) => spread(all) >= farAs(spread(observed)));
}

function shareFrom(
  hands: readonly Hand[],
  index: number,
  dealt: number,
  counts: number[],
  isFar: (counts: number[]) => boolean
): number {
  const hand = hands[index];
  if (!hand) return isFar(counts) ? 1 : 0;
  const own = hand.marked[dealt];
  if (!own) return shareFrom(hands, index + 1, 0, counts, isFar);
  let share = 0;
  for (const kind of hand.kinds) {
    if (kind.left === 0) continue;
    const chance = kind.left / (hand.vendors - dealt);
    kind.left -= 1;
    add(counts, kind, own, 1);
    share += chance * shareFrom(hands, index, dealt + 1, counts, isFar);
    add(counts, kind, own, -1);
    kind.left += 1;
  }
  return share;
}

function add(counts: number[], { corridors }: Kind, { places }: Marked, by: 1 | -1): void {
  for (const place of places) {
    const corridor = corridors[place] ?? 0;
    counts[corridor] = (counts[corridor] ?? 0) + by;
  }
}
