import type { Criterion } from '#lib/maturity/questionnaire.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { Shown } from './shown.ts';

/*
 * All that the figures for every audience rest on: counts, some of which may not be shown. An internal dossier has them
 * from the store through its filters, a public one from protected tables alone; the figures can't tell which.
 */

/** The campaign as files name it. */
export type CampaignName = Pick<Campaign, 'code' | 'name' | 'opened' | 'closed' | 'status' | 'synthetic'>;

export interface Sizes {
  vendors: number;
  products: number;
  /** Products to which something applies; withheld with the bands of too few. */
  rated: Shown;
}

export interface BandShown {
  from: number;
  to: number;
  products: Shown;
}

/** Attained of applicable: products for a criterion, answers for a theme or a corridor. */
export interface Attained {
  applicable: Shown;
  attained: Shown;
}

export interface CriterionShown extends Attained {
  criterion: Criterion;
  unanswered: Shown;
  notApplicable: Shown;
  /** From level 1 on. */
  levels: Shown[];
}

export interface ThemeShown extends Attained {
  theme: string;
  criteria: number;
  unanswered: Shown;
}

export interface CorridorShown extends Attained {
  /** `''` for products without one. */
  corridor: string;
  vendors: Shown;
  products: Shown;
  rated: Shown;
  bands: BandShown[];
}

/** One row of a table by corridor, its cells in the order of the corridors. */
export interface CrossedRow {
  /** A theme or a criterion's code. */
  name: string;
  cells: Attained[];
}

/** One campaign's state. */
export interface WaveCounts {
  campaign: CampaignName;
  sizes: Sizes;
  /** From 0 to 1; null where it is undefined or may not be said. */
  median: number | null;
  bands: BandShown[];
  criteria: CriterionShown[];
  themes: ThemeShown[];
  corridors: CorridorShown[];
}

/** The campaign compared with; sizes of the panel, of entrants and of leavers. */
export interface Before extends Omit<WaveCounts, 'corridors'> {
  panel: number;
  entrants: number;
  leavers: number;
}

export interface DossierCounts extends WaveCounts {
  /** Empty where there is a single corridor. */
  themesByCorridor: CrossedRow[];
  criteriaByCorridor: CrossedRow[];
  before?: Before;
}
