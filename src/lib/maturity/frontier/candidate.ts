import { notConcerned, type LevelTable } from '../level-table.ts';
import { lineOf, type Requirement } from '../requirements.ts';

/** A criterion at the level that a requirement would ask for. */
export interface Candidate {
  /** Its place among the table's criteria. */
  criterion: number;
  code: string;
  theme: string;
  isConditional: boolean;
  /** The required level. */
  level: number;
  /** Risk, 1 to 3. */
  weight: number;
}

/** The whole questionnaire at its targets, every criterion of weight 1. */
export function candidatesOf({ criteria }: LevelTable): Candidate[] {
  return criteria.map(({ code, theme, scope, target }, criterion) => ({
    criterion,
    code,
    theme,
    isConditional: scope === 'conditional',
    level: target,
    weight: 1
  }));
}

/** The criteria that a scenario has a line for, whatever its status, at its levels and with its weights. */
export function candidatesIn(table: LevelTable, requirements: readonly Requirement[]): Candidate[] {
  return candidatesOf(table).flatMap((candidate) => {
    const line = lineOf(requirements, candidate.code);
    return line ? [{ ...candidate, level: line.level ?? candidate.level, weight: line.weight }] : [];
  });
}

/** How many levels a product lacks: the whole way where it did not answer, none where the criterion does not apply. */
export function missingLevels(level: number, required: number): number {
  return level === notConcerned ? 0 : Math.max(0, required - level);
}

/** Weight × products to which the criterion applies: firmness in whole numbers, less the division by all products. */
export function firmnessUnits({ criterion, weight }: Candidate, { products }: LevelTable): number {
  return weight * products.filter(({ levels }) => levels[criterion] !== notConcerned).length;
}
