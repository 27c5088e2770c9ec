import type { Demand } from './demands.ts';
import { passes, type Distances } from './distances.ts';
import { notConcerned, type LevelProduct } from './level-table.ts';

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
  const figures = mandatory.map(({ criterion, level }) => ({
    criterion,
    level,
    applicable: 0,
    attained: 0,
    blocksAlone: 0,
    passingIfDropped: 0
  }));
  let passing = 0;
  products.forEach(({ levels }, p) => {
    mandatory.forEach(({ column, level }, d) => {
      const declared = levels[column] ?? notConcerned;
      const own = figures[d];
      if (declared === notConcerned || !own) return;
      own.applicable++;
      if (declared >= level) own.attained++;
    });
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
