import { attainedAt } from './attained-at.ts';
import { demandsOf } from './demands.ts';
import { consequences, type Consequences } from './consequences.ts';
import type { LevelCriterion, LevelTable } from './level-table.ts';
import { criterionKey } from './questionnaire.ts';
import type { Requirement } from './requirements.ts';

/** Why a requirement can't be held against a later campaign. */
export type Incomparable = 'absent' | 'other_levels';

/** One mandatory requirement, then and later; shares of the products concerned, each with its counts. */
export interface Outcome {
  criterion: string;
  level: number;
  /** Whole per cent, where somebody promised a share. */
  promised: number | null;
  before: { applicable: number; attained: number };
  /** Null where it can't be compared. */
  after: { applicable: number; attained: number } | null;
  incomparable: Incomparable | null;
  /** Whether the share promised was reached, in whole numbers; null without a promise or without an applicable product. */
  kept: boolean | null;
}

/** A scenario held against a later campaign. */
export interface Rescored {
  outcomes: Outcome[];
  /** Of the requirements that the later campaign can tell. */
  consequences: Pick<Consequences, 'applicable' | 'passing' | 'perRequirement'>;
}

function incomparable(
  own: LevelCriterion | undefined,
  later: LevelCriterion | undefined
): Incomparable | null {
  if (!later) return 'absent';
  // another number of levels makes the required one another demand
  return own && own.levels !== later.levels ? 'other_levels' : null;
}

function isKept(promised: number | null, after: Outcome['after']): boolean | null {
  if (promised === null || !after || after.applicable === 0) return null;
  return 100 * after.attained >= promised * after.applicable;
}

/** The mandatory requirements of a scenario on its own campaign and on a later one. */
export function rescore(own: LevelTable, later: LevelTable, requirements: readonly Requirement[]): Rescored {
  const criterionIn = ({ criteria }: LevelTable) =>
    new Map(criteria.map((criterion) => [criterionKey(criterion.code), criterion]));
  const [before, after] = [criterionIn(own), criterionIn(later)];
  const why = (code: string) => incomparable(before.get(criterionKey(code)), after.get(criterionKey(code)));
  const comparable = requirements.filter(({ criterion }) => criterion !== null && why(criterion) === null);
  const { mandatory } = demandsOf(own, requirements);
  const counts = attainedAt(own.products, mandatory);
  const found = consequences(later, comparable);
  const laterCounts = new Map(found.perRequirement.map((row) => [criterionKey(row.criterion), row]));
  const outcomes = mandatory.map(({ criterion, level }, d): Outcome => {
    const row = laterCounts.get(criterionKey(criterion));
    const line = requirements.find(
      (one) => one.criterion !== null && criterionKey(one.criterion) === criterionKey(criterion)
    );
    const after = row ? { applicable: row.applicable, attained: row.attained } : null;
    const promised = line?.promised ?? null;
    return {
      criterion,
      level,
      promised,
      before: counts[d] ?? { applicable: 0, attained: 0 },
      after,
      incomparable: row ? null : (why(criterion) ?? 'absent'),
      kept: isKept(promised, after)
    };
  });
  return { outcomes, consequences: found };
}
