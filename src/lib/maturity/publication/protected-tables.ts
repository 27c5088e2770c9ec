import type { Cell } from './cell.ts';
import type { Thresholds } from './thresholds.ts';

/** One campaign of a publication, as anybody may know it. */
export interface ProtectedCampaign {
  code: string;
  /** From 0 to 1, a whole per cent; null where there are fewer than 20 rated products. */
  median: number | null;
  /** In the order of the tables, `''` for products without one; empty where there is a single one. */
  corridors: string[];
  /** In the questionnaire's order; empty where there is a single one. */
  themes: string[];
}

/**
 * All that a public report may be made of: the counts of the closed list (domain definition 10), protected together.
 * Sections choose among them; no choice of sections tells more than all of them.
 */
export interface ProtectedTables {
  /** The campaign reported on, then the one it is compared with, if any. */
  campaigns: ProtectedCampaign[];
  cells: Cell[];
  thresholds: Thresholds;
}
