import { arrangements, exactShare } from './arrangements.ts';
import type { BlockedCriterion, BlockedGroup, Stratum } from './corridor-blocks.ts';
import { corridorDraws } from './corridor-draws.ts';
import { spreadOver } from './corridor-spread.ts';

/** Up to so many different arrangements of corridors over vendors, each is counted. */
export const arrangementsUpTo = 10_000;
const mostDraws = 10_000;
/** Draws for each criterion in view: with fewer, one alone could never be a finding after adjustment at 5 %. */
const fewestEach = 20;
/** Exchanges and counts that all draws of all criteria together may take: about a second. */
const mostSteps = 100_000_000;

/** A p-value and the number of draws behind it: 0 where every arrangement was counted. */
export interface Tested {
  p: number;
  draws: number;
}

/** How many draws each criterion of these groups may have: fewer than 10,000 where products are many. */
export function drawsFor(groups: readonly BlockedGroup[]): number {
  const criteria = groups.reduce((sum, group) => sum + group.criteria.length, 0);
  const steps = groups.reduce((sum, group) => sum + stepsOf(group), 0);
  return Math.min(mostDraws, Math.max(fewestEach * criteria, Math.floor(mostSteps / Math.max(1, steps))));
}

/** One exchange takes about as long as four counts. */
function stepsOf({ strata, criteria }: BlockedGroup): number {
  const vendors = strata.reduce((sum, stratum) => sum + stratum.vendors, 0);
  const marked = criteria.reduce((sum, { observed }) => sum + observed.reduce((n, own) => n + own, 0), 0);
  return vendors + marked / 4;
}

/**
 * Permutation tests of « which corridor a product is in has nothing to do with whether it attains the criterion ».
 *
 * Statistic: Σ aₖ² ÷ nₖ over corridors, aₖ of whose nₖ products attain it. With all nₖ and Σ aₖ fixed, as they are here,
 * it orders arrangements as Pearson's χ² of homogeneity does, and counting those short of the target instead gives the
 * same order.
 *
 * What is exchanged: answers of one vendor's products resemble each other, so vendors are the units. Only the products
 * to which the criterion applies count, and the corridors of a vendor's products, in an order that has nothing to do
 * with answers, change places as one block with those of another vendor with as many of them: under the hypothesis any
 * such exchange is as likely as what was seen, whether a vendor's products are in one corridor or in several (whole-block
 * exchangeability within blocks of equal size: Winkler, Webster, Vidaurre, Nichols and Smith, « Multi-level block
 * permutation », NeuroImage 123, 2015). A vendor without an equal keeps its corridors: this costs power, never validity.
 *
 * Every arrangement is counted where there are few; else seeded draws, the observed one counted among them (Phipson and
 * Smyth, 2010). They end early once `hopeless` of them, as a share of all draws, are as far as observed: p is then
 * these ÷ draws made (Besag and Clifford, « Sequential Monte Carlo p-values », Biometrika 78, 1991).
 *
 * Undefined, for all criteria of a group, where fewer than two corridors have a product that counts.
 */
export function corridorTests(
  group: BlockedGroup,
  draws: number,
  hopeless: number
): Map<number, Tested | undefined> {
  const { sizes, strata, criteria } = group;
  const answers = new Map<number, Tested | undefined>(criteria.map(({ index }) => [index, undefined]));
  if (sizes.filter((size) => size > 0).length < 2) return answers;
  const spread = spreadOver(sizes);
  const free = strata.map((stratum) => arrangements(stratum) > 1);
  const toDraw: BlockedCriterion[] = [];
  for (const criterion of criteria) {
    const moving = strata.filter((_, s) => free[s] && (criterion.marked[s]?.length ?? 0) > 0);
    if (waysOf(moving) > arrangementsUpTo) toDraw.push(criterion);
    else answers.set(criterion.index, { p: exactShare(group, criterion, spread), draws: 0 });
  }
  const drawn = corridorDraws({ ...group, criteria: toDraw }, free, spread, { draws, hopeless });
  for (const [index, tested] of drawn) answers.set(index, tested);
  return answers;
}

function waysOf(strata: readonly Stratum[]): number {
  return strata.reduce((product, stratum) => product * arrangements(stratum), 1);
}
