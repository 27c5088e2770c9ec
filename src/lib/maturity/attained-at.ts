import type { Demand } from './demands.ts';
import { notConcerned, type LevelProduct } from './level-table.ts';

/** Products to which a demand applies, and those of them that attain it. */
export interface AttainedAt {
  applicable: number;
  attained: number;
}

/** One a demand, in their order. Cost: products × demands. */
export function attainedAt(products: readonly LevelProduct[], demands: readonly Demand[]): AttainedAt[] {
  const found = demands.map(() => ({ applicable: 0, attained: 0 }));
  for (const { levels } of products) {
    demands.forEach(({ column, level }, d) => {
      const declared = levels[column] ?? notConcerned;
      const own = found[d];
      if (declared === notConcerned || !own) return;
      own.applicable++;
      if (declared >= level) own.attained++;
    });
  }
  return found;
}
