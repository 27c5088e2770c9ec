import type { Scope } from './questionnaire.ts';

/** How many answers or products apply, and how many of them attain the target; the two halves of every rate. */
export interface Counts {
  applicable: number;
  attained: number;
}

export interface BandCount {
  from: number;
  to: number;
  products: number;
}

/** The state of a campaign in view, as the API gives it; `median` from 0 to 1, null where no product is rated. */
export interface Overview {
  vendors: number;
  products: number;
  rated: number;
  criteria: { common: number; conditional: number };
  median: number | null;
  bands: BandCount[];
}

/** One criterion over the products in view; shares from 0 to 1, null where it applies to none. */
export interface CriterionFigures extends Counts {
  code: string;
  theme: string;
  scope: Scope;
  target: number;
  rate: number | null;
  low: number | null;
  high: number | null;
  levels: { level: number; products: number }[];
  unanswered: number;
  notApplicable: number;
}

/** One product over the criteria in view; `effort` in missing levels, `band` null where nothing applies. */
export interface ProductFigures extends Counts {
  id: string;
  product: string;
  vendor: string;
  corridor: string;
  rate: number | null;
  band: string | null;
  effort: number;
}

/** attained ÷ applicable, from 0 to 1; null where nothing applies. */
export function rate({ attained, applicable }: Counts): number | null {
  return applicable === 0 ? null : attained / applicable;
}

/** A theme's pooled rate over the products in view: the sums of both counts over its criteria. */
export interface ThemeFigures extends Counts {
  theme: string;
  criteria: number;
  rate: number | null;
}

/** A corridor's products, their quartiles (null where none is rated) and its pooled counts. */
export interface CorridorFigures extends Counts {
  corridor: string;
  vendors: number;
  products: number;
  rated: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
  rate: number | null;
  bands: BandCount[];
}

/** A vendor's products in view and their pooled counts; `size` counts its products in the campaign, in view or not. */
export interface VendorFigures extends Counts {
  vendor: string;
  size: number;
  products: number;
  rated: number;
  rate: number | null;
  /** In missing levels. */
  effort: number;
  /** Those of its products in view, `''` standing for none. */
  corridors: string[];
  bands: BandCount[];
}

/** What one product says of one criterion, as domain definition 1 counts it. */
export interface AnswerFigures {
  criterion: string;
  /** From 1; null where no level was chosen. */
  level: number | null;
  target: number;
  /** Missing levels; null where the answer is in no denominator. */
  gap: number | null;
  state: 'level' | 'unanswered' | 'not_applicable';
  /** Whether the cell was left blank, which says less than a mark. */
  blank: boolean;
  /** Whether somebody corrected the declared answer; level, gap and state are then the corrected ones. */
  corrected: boolean;
  /** As the vendor gave it: a level, or a state without one. */
  declared: number | 'unanswered' | 'not_applicable';
  /** Whether somebody contests it; it counts as it stands all the same. */
  contested: boolean;
}

/** A product's figures with its answers, over the criteria in view. */
export interface ProductAnswers extends ProductFigures {
  answers: AnswerFigures[];
}

/**
 * One product's counts in a theme, and the quartiles of the theme rates of the products that it is compared with;
 * `products` are those to which something in the theme applies.
 */
export interface ThemeProfile extends Counts {
  theme: string;
  products: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
}
