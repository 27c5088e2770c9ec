import type { Counts } from './figures.ts';

/**
 * What a product says of one compared criterion, as one character: `-` where it is in no denominator, else the sum of
 * 1 (attains wave 1's target) and 2 (attains wave 2's).
 */
export type Mark = '-' | '0' | '1' | '2' | '3';

/** Which wave's target a mark is read against. */
export type TargetOf = 'before' | 'after';

/** One product in one wave; counts over all criteria in view. */
export interface Standing extends Counts {
  id: string;
  product: string;
  vendor: string;
  vendorKey: string;
  /** Index from the lowest; null where nothing applies. */
  band: number | null;
  /** One mark a compared criterion, in their order. */
  marks: string;
}

/** The products in view of two waves. */
export interface Standings {
  before: Standing[];
  after: Standing[];
}

/** One product in both waves. */
export interface Pair {
  before: Standing;
  after: Standing;
}

export function isCounted(mark: string | undefined): boolean {
  return mark !== undefined && mark !== '-';
}

export function attains(mark: string | undefined, targetOf: TargetOf): boolean {
  const bit = targetOf === 'before' ? 1 : 2;
  return isCounted(mark) && (Number(mark) & bit) !== 0;
}

/** The compared criteria that count for the product, and those that attain wave 1's target. */
export function sharedCounts({ marks }: Standing): Counts {
  const all = [...marks];
  return {
    applicable: all.filter(isCounted).length,
    attained: all.filter((mark) => attains(mark, 'before')).length
  };
}

/** The products in view in both waves, rated or not, in the later one's order. */
export function pairsOf({ before, after }: Standings): Pair[] {
  const earlier = new Map(before.map((standing) => [standing.id, standing]));
  return after.flatMap((now) => {
    const then = earlier.get(now.id);
    return then ? [{ before: then, after: now }] : [];
  });
}

export function vendorsOf(standings: readonly { vendorKey: string }[]): number {
  return new Set(standings.map(({ vendorKey }) => vendorKey)).size;
}
