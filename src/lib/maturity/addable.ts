import type { Demand } from './demands.ts';
import type { Distances } from './distances.ts';
import { notConcerned, type LevelProduct } from './level-table.ts';

/** Another criterion: how many products would pass if it were mandatory too, and to how many of these it applies. */
export interface Addable {
  criterion: string;
  level: number;
  passing: number;
  concerned: number;
}

/** What each demand would leave were it added, best first: most passing, then most concerned, then in the order given. */
export function addableTo(
  products: readonly LevelProduct[],
  { applicable, lacking }: Distances,
  others: readonly Demand[]
): Addable[] {
  const passing = new Uint32Array(others.length);
  const concerned = new Uint32Array(others.length);
  products.forEach(({ levels }, p) => {
    if (lacking[p] !== 0) return;
    const counts = applicable[p] === 0 ? 0 : 1;
    others.forEach(({ column, level }, o) => {
      const declared = levels[column] ?? notConcerned;
      if (declared === notConcerned) passing[o] = (passing[o] ?? 0) + counts;
      else if (declared >= level) {
        passing[o] = (passing[o] ?? 0) + 1;
        concerned[o] = (concerned[o] ?? 0) + 1;
      }
    });
  });
  return others
    .map(({ criterion, level }, o) => ({
      criterion,
      level,
      passing: passing[o] ?? 0,
      concerned: concerned[o] ?? 0
    }))
    .sort((a, b) => b.passing - a.passing || b.concerned - a.concerned);
}
