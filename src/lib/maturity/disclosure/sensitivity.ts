import type { Denominator, Segment, SegmentFacts, WithoutOne } from '#lib/maturity/publication/facts.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import type { Rule } from './rules.ts';

/** Too few to be counted at all: what also holds of the whole campaign. */
export function tooFew({ rated, ratedVendors }: Denominator, thresholds: Thresholds): Rule | undefined {
  return rated < thresholds.products || ratedVendors < thresholds.vendors ? 'few' : undefined;
}

/** Too few are left once some one vendor's products are taken away. */
function tooFewLeft(
  { rated, ratedVendors, largestVendor }: Denominator & WithoutOne,
  thresholds: Thresholds
): Rule | undefined {
  const products = rated - largestVendor;
  return products < thresholds.productsLeft || ratedVendors - 1 < thresholds.vendorsLeft ? 'left' : undefined;
}

/** Below the whole campaign, of counts of attained answers. */
export function attainedRule(facts: Denominator & WithoutOne, thresholds: Thresholds): Rule | undefined {
  return (
    tooFew(facts, thresholds) ??
    tooFewLeft(facts, thresholds) ??
    (facts.attainingWithoutOne === 0 ? 'none' : undefined)
  );
}

/** Below the whole campaign, of bands: whether, without some vendor, all are in one that is not the highest. */
export function bandsRule(facts: SegmentFacts, thresholds: Thresholds): Rule | undefined {
  const belowHighest = facts.outsideWithoutOne.slice(0, -1);
  return (
    tooFew(facts, thresholds) ??
    tooFewLeft(facts, thresholds) ??
    (belowHighest.includes(0) ? 'band' : undefined)
  );
}

/** Whether nothing about the segment need be withheld for its own sake. */
export function isSafe(segment: Segment, thresholds: Thresholds): boolean {
  return segment.corridor === null
    ? tooFew(segment, thresholds) === undefined
    : attainedRule(segment, thresholds) === undefined && bandsRule(segment, thresholds) === undefined;
}
