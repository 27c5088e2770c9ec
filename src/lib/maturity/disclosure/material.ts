import type { AuditedCriterion } from '#lib/maturity/disclosure-audit/questionnaire.ts';
import type { Seat } from '#lib/maturity/disclosure-audit/seat.ts';
import type { Cell, Count } from '#lib/maturity/publication/cell.ts';
import type { CriterionFacts, Segment } from '#lib/maturity/publication/facts.ts';

/** What suppression knows of one campaign. Themes and corridors are named as cells name them. */
export interface Material {
  campaign: string;
  criteria: AuditedCriterion[];
  bands: string[];
  /** Every count of the closed list that may be printed. */
  counts: readonly Count[];
  segments: readonly Segment[];
  criterionFacts: readonly CriterionFacts[];
  /** Products of the vendor that has most of them. */
  largestVendor: number;
  /** Every vendor's own products; none where nothing can be told from any seat. */
  seats: readonly Seat[];
  /** Corridors in which too few products changed since an earlier publication. */
  changedCorridors: ReadonlySet<string>;
  /** The cells of earlier publications of the campaign. */
  earlier: readonly (readonly Cell[])[];
}
