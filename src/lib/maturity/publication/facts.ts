/** Who stands behind a cell: the products of its denominator, and their vendors. */
export interface Denominator {
  rated: number;
  ratedVendors: number;
}

/** What is left of a cell once some one vendor's products are taken away. */
export interface WithoutOne {
  /** Products of the vendor that has most of the denominator. */
  largestVendor: number;
  /** The fewest attaining products that are left. */
  attainingWithoutOne: number;
}

/** What is counted of a segment of the campaign: all of it or one corridor, over all criteria or one theme's; null for all. */
export interface SegmentCounts {
  theme: string | null;
  corridor: string | null;
  vendors: number;
  products: number;
  /** Products to which one of the criteria applies, and those of them that attain one. */
  rated: number;
  attaining: number;
  /** Answers. */
  applicable: number;
  attained: number;
  /** Rated products by band, the lowest first. */
  bands: number[];
}

/** What a segment's sensitivity rests on. */
export interface SegmentFacts extends Denominator, WithoutOne {
  /** For each band, the fewest products outside it that are left once one vendor's are taken away. */
  outsideWithoutOne: number[];
}

export type Segment = SegmentCounts & SegmentFacts;

/** A criterion over the whole campaign: the products to which it applies. */
export interface WholeCriterionFacts extends Denominator {
  code: string;
  corridor: null;
  attained: number;
}

/** A criterion in one corridor. */
export interface CrossedFacts extends Denominator, WithoutOne {
  code: string;
  corridor: string;
  attained: number;
}

export type CriterionFacts = WholeCriterionFacts | CrossedFacts;
