import type { Scope } from './questionnaire.ts';

export interface LevelCriterion {
  code: string;
  theme: string;
  scope: Scope;
  /** The number of its levels. */
  levels: number;
  target: number;
  obligation: string;
  titleFr: string;
  titleEn: string;
  labelFr: string;
  labelEn: string;
}

export interface LevelProduct {
  id: string;
  product: string;
  vendor: string;
  vendorKey: string;
  corridor: string;
  /** Products of its vendor in the whole campaign, whatever is in view. */
  vendorProducts: number;
  /** One a criterion, in their order: the level from 1; 0 where it applies without an answer; −1 where it does not apply. */
  levels: Int8Array;
}

/** What every product in view declares on every criterion in view, by domain definition 1: what calibration rests on. */
export interface LevelTable {
  criteria: LevelCriterion[];
  products: LevelProduct[];
}

/** Of a criterion that does not apply to the product. */
export const notConcerned = -1;
