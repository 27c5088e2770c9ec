import type { Scope } from '#lib/maturity/questionnaire.ts';

/** What the auditor knows of a criterion: it is public. */
export interface AuditedCriterion {
  code: string;
  theme: string;
  scope: Scope;
  /** The number of its levels. */
  levels: number;
  target: number;
}
