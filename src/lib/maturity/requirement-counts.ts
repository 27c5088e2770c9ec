import type { Requirement } from './requirements.ts';

/** Lines with a criterion by status; those without one are unknown, whatever their status. */
export interface RequirementCounts {
  mandatory: number;
  recommended: number;
  candidate: number;
  unknown: number;
}

/** Counts lines; of those with a criterion only the ones that `isCounted`. */
export function countLines(
  requirements: readonly Requirement[],
  isCounted: (criterion: string) => boolean = () => true
): RequirementCounts {
  const known = requirements.filter(({ criterion }) => criterion !== null && isCounted(criterion));
  const count = (status: Requirement['status']) => known.filter((line) => line.status === status).length;
  return {
    mandatory: count('mandatory'),
    recommended: count('recommended'),
    candidate: count('candidate'),
    unknown: requirements.filter(({ criterion }) => criterion === null).length
  };
}
