import { attainedAt } from './attained-at.ts';
import type { Demand } from './demands.ts';
import { passes, type Distances } from './distances.ts';
import type { LevelProduct } from './level-table.ts';

/** A mandatory requirement: its own attainment, what it alone blocks, and what dropping it would let pass. */
export interface RequirementFigures {
  criterion: string;
  level: number;
  applicable: number;
  attained: number;
  /** Products that fail this requirement and no other. */
  blocksAlone: number;
  passingIfDropped: number;
}

/** A product that passes without the dropped requirement must be concerned by another: definition 11. */
export function perRequirement(
  products: readonly LevelProduct[],
  distances: Distances,
  mandatory: readonly Demand[]
): RequirementFigures[] {
  const { applicable, lacking, blocker, last } = distances;
  const figures = attainedAt(products, mandatory).map((counts, d) => ({
    criterion: mandatory[d]?.criterion ?? '',
    level: mandatory[d]?.level ?? 0,
    ...counts,
    blocksAlone: 0,
    passingIfDropped: 0
  }));
  let passing = 0;
  products.forEach((_, p) => {
    const isAlone = applicable[p] === 1;
    if (passes(distances, p)) {
      passing++;
      const sole = isAlone ? figures[last[p] ?? -1] : undefined;
      if (sole) sole.passingIfDropped--;
    }
    const blocking = lacking[p] === 1 ? figures[blocker[p] ?? -1] : undefined;
    if (!blocking) return;
    blocking.blocksAlone++;
    if (!isAlone) blocking.passingIfDropped++;
  });
  return figures.map((row) => ({ ...row, passingIfDropped: row.passingIfDropped + passing }));
}
