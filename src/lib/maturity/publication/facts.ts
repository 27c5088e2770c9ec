/** What the disclosure rule must know of a cell's denominator, beside the counts themselves. */
export interface Denominator {
  /** Products of the denominator. */
  rated: number;
  /** Their vendors. */
  ratedVendors: number;
  /** Products of the vendor that has most of them. */
  largestVendor: number;
  /** The fewest attaining products that are left once one vendor's are taken away. */
  attainingWithoutOne: number;
}

/** A segment's counts over some criteria, and what its sensitivity rests on; `rated` are those to which one applies. */
export interface SegmentFacts extends Denominator {
  vendors: number;
  products: number;
  /** Answers. */
  applicable: number;
  attained: number;
  /** Rated products by band, the lowest first. */
  bands: number[];
  /** For each band, the fewest products outside it that are left once one vendor's are taken away. */
  outsideWithoutOne: number[];
}

/** A segment of the campaign: all of it or one corridor, over all criteria or one theme's; null for all. */
export interface Segment extends SegmentFacts {
  theme: string | null;
  corridor: string | null;
}

/** A criterion over the whole campaign (null) or one corridor: the products to which it applies. */
export interface CriterionFacts extends Denominator {
  code: string;
  corridor: string | null;
  attained: number;
}
