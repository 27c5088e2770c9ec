import type { LevelCriterion, LevelTable } from './level-table.ts';
import { criterionKey } from './questionnaire.ts';
import type { Requirement, RequirementTheme, RequirementWeight } from './requirements.ts';

/** A criterion at a level that is or might be required, by its place in a table of levels. */
export interface Demand {
  /** Index of the criterion in the table. */
  column: number;
  criterion: string;
  level: number;
  theme: RequirementTheme | null;
  weight: RequirementWeight;
  isConditional: boolean;
}

/** What a scenario asks of the criteria in a table: what it makes mandatory, in its order, and all the others. */
export interface Demands {
  mandatory: Demand[];
  /** Every other criterion at its line's level, else its target; in the questionnaire's order. */
  others: Demand[];
}

function demandOf(criterion: LevelCriterion, column: number, line: Requirement | undefined): Demand {
  return {
    column,
    criterion: criterion.code,
    level: line?.level ?? criterion.target,
    theme: line?.theme ?? null,
    weight: line?.weight ?? 1,
    isConditional: criterion.scope === 'conditional'
  };
}

/** Lines whose criterion the table lacks, and those without one, ask nothing of it. */
export function demandsOf({ criteria }: LevelTable, requirements: readonly Requirement[]): Demands {
  const columns = new Map(criteria.map(({ code }, column) => [criterionKey(code), column]));
  const lines = new Map<number, Requirement>();
  for (const line of requirements) {
    const column = line.criterion === null ? undefined : columns.get(criterionKey(line.criterion));
    if (column !== undefined) lines.set(column, line);
  }
  const demand = (column: number, line?: Requirement): Demand[] => {
    const criterion = criteria[column];
    return criterion ? [demandOf(criterion, column, line)] : [];
  };
  const isMandatory = (column: number) => lines.get(column)?.status === 'mandatory';
  return {
    mandatory: [...lines].flatMap(([column, line]) => (isMandatory(column) ? demand(column, line) : [])),
    others: criteria.flatMap((_, column) => (isMandatory(column) ? [] : demand(column, lines.get(column))))
  };
}
