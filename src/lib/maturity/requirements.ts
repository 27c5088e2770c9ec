import { criterionKey } from './questionnaire.ts';

/** The three themes under which wave 2 files its requirements: security overall, electronic identification, access. */
export const requirementThemes = ['ssi', 'ie', 'iam'] as const;
export type RequirementTheme = (typeof requirementThemes)[number];

export const requirementStatuses = ['mandatory', 'recommended', 'candidate'] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

/** Risk, as policy staff set it: how much a mandatory requirement counts in firmness. */
export const requirementWeights = [1, 2, 3] as const;
export type RequirementWeight = (typeof requirementWeights)[number];

/** One line of a scenario; texts are blank where nothing is said. */
export interface Requirement {
  /** The criterion's code as the questionnaire writes it; null where attainment is unknown. */
  criterion: string | null;
  /** The level required; null without a criterion, unless a file says one. */
  level: number | null;
  theme: RequirementTheme | null;
  status: RequirementStatus;
  weight: RequirementWeight;
  /** Such as `SSI/GEN.18`; unique in the scenario where it is not blank. */
  code: string;
  wording: string;
  proof: string;
  /** ISO date. */
  effectiveFrom: string | null;
  note: string;
  /** The share of products, in whole per cent, that are promised to attain it in the next campaign. */
  promised: number | null;
}

/** A requirement of a criterion at its target, with nothing else said. */
export function requirementOf(
  criterion: string,
  level: number,
  changes: Partial<Requirement> = {}
): Requirement {
  return {
    criterion,
    level,
    theme: null,
    status: 'mandatory',
    weight: 1,
    code: '',
    wording: '',
    proof: '',
    effectiveFrom: null,
    note: '',
    promised: null,
    ...changes
  };
}

/** The line of a criterion in a scenario, if it has one. */
export function lineOf(requirements: readonly Requirement[], criterion: string): Requirement | undefined {
  const key = criterionKey(criterion);
  return requirements.find((line) => line.criterion !== null && criterionKey(line.criterion) === key);
}
