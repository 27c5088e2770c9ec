import type { Highs } from 'highs';
import type { Term } from '#lib/maturity/whole-programs/program.ts';
import { openAttack, type Attack } from './attack.ts';
import { bearingSums } from './bearing.ts';
import { blocksOf, type Block } from './blocks.ts';
import { countKey, type CountName, type Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { cellNames } from './outside.ts';
import type { AuditedCriterion } from './questionnaire.ts';
import { seeTogether } from './possible.ts';
import { ownCounter, seatedCounts, type Own, type Seat } from './seat.ts';
import { most, sizesAnd, totalOf } from './sizes.ts';

/** What must not be provable of the others: that none of them is counted in `terms`. */
export interface Claim {
  cell: number;
  terms: Term[];
  /** The totals that may prove it by themselves. */
  totals: CountName[];
}

function attainedClaim(counts: Counts, cell: number): Claim[] {
  const name = counts.unknowns[cell]?.name;
  return name ? [{ cell, terms: [[cell, 1]], totals: [totalOf(name)] }] : [];
}

function bandsBeside(counts: Counts, name: CountName): number[] {
  return counts.unknowns.flatMap(({ name: other }, i) =>
    other.measure === 'products' &&
    other.band !== '' &&
    other.theme === name.theme &&
    other.corridor === name.corridor
      ? [i]
      : []
  );
}

function edgeOf(band: string): number {
  return Number(band.split('-')[0]);
}

/** For each band but the highest, that all the others are in it: that none is in another band. */
function bandClaims(counts: Counts, cell: number): Claim[] {
  const name = counts.unknowns[cell]?.name;
  if (!name) return [];
  const bands = bandsBeside(counts, name);
  const bandOf = (i: number) => counts.unknowns[i]?.name.band ?? '';
  const highest = Math.max(...bands.map((i) => edgeOf(bandOf(i))));
  return bands
    .filter((i) => edgeOf(bandOf(i)) < highest)
    .map((i) => ({
      cell,
      terms: bands.filter((other) => other !== i).map((other): Term => [other, 1]),
      totals: bands.map((other) => totalOf(counts.unknowns[other]?.name ?? name))
    }));
}

/** All claims about the withheld counts, those about one segment's bands once. */
export function claimsOf(counts: Counts, targets: number[]): Claim[] {
  const segments = new Set<string>();
  return targets.flatMap((target) => {
    const name = counts.unknowns[target]?.name;
    if (name?.measure === 'attained') return attainedClaim(counts, target);
    if (name?.measure !== 'products') return [];
    const segment = countKey({ ...name, band: '' });
    if (segments.has(segment)) return [];
    segments.add(segment);
    return bandClaims(counts, target);
  });
}

function ownSum(own: Own, terms: readonly Term[]): number {
  return terms.reduce((sum, [unknown, weight]) => sum + weight * (own.get(unknown) ?? 0), 0);
}

function isSeenOpen(attack: Attack, own: Own, { terms }: Claim): boolean {
  return terms.some(([unknown]) => (attack.seen(unknown)?.high ?? 0) > (own.get(unknown) ?? 0));
}

/** Whether the vendor would know as much from the printed sizes and the campaign's own total. */
function isProvenByTotal(highs: Highs, counts: Counts, own: Own, { terms, totals }: Claim): boolean {
  const bounds = seatedCounts(counts, own) ?? counts;
  const alone = seatedCounts(sizesAnd(counts, totals, most(counts), bounds), own);
  const [total] = totals;
  if (!alone || !total) return true;
  const attack = openAttack(highs, { ...alone, sums: bearingSums(counts, total) });
  const reach = attack.most(terms);
  attack.close();
  return !reach || reach.value <= ownSum(own, terms);
}

/** Claims of one block, with all the counts of which a vendor's own part bears on whether they can be proven. */
interface ClaimGroup {
  claims: Claim[];
  bearing: ReadonlySet<number>;
  /** What was proven by vendors who know the same of these counts. */
  known: Map<string, Proven[]>;
}

interface Proven {
  claim: Claim;
  /** Printed or known counts that hold it there. */
  held: number[];
}

function bearingOn(counts: Counts, block: Block, claims: readonly Claim[]): Set<number> {
  const sums = new Set(claims.flatMap(({ totals }) => totals.flatMap((total) => bearingSums(counts, total))));
  return new Set([...block.unknowns, ...[...sums].flatMap(({ total, parts }) => [total, ...parts])]);
}

function groupsOf(counts: Counts, claims: readonly Claim[]): ClaimGroup[] {
  const blocks = blocksOf(counts);
  const groups = new Map<Block, Claim[]>();
  for (const claim of claims) {
    const block = blocks.of(claim.cell);
    groups.set(block, [...(groups.get(block) ?? []), claim]);
  }
  return [...groups].map(([block, own]) => ({
    claims: own,
    bearing: bearingOn(counts, block, own),
    known: new Map()
  }));
}

function partOf(own: Own, { bearing }: ClaimGroup): Own {
  return new Map([...own].filter(([unknown]) => bearing.has(unknown)));
}

function textOf(own: Own): string {
  return [...own]
    .map(([unknown, by]) => `${unknown}:${by}`)
    .sort()
    .join();
}

function provenOf(highs: Highs, attack: Attack, counts: Counts, claims: Claim[], own: Own): Proven[] {
  const seated = claims.length === 0 ? undefined : seatedCounts(counts, own);
  if (!seated) return [];
  attack.within(seated);
  const isSeen = (claim: Claim) => isSeenOpen(attack, own, claim);
  seeTogether(attack, claims, ({ terms }) => terms, isSeen);
  return claims.flatMap((claim): Proven[] => {
    if (isSeen(claim)) return [];
    const reach = attack.most(claim.terms);
    if (!reach || reach.value > ownSum(own, claim.terms)) return [];
    return isProvenByTotal(highs, counts, own, claim) ? [] : [{ claim, held: reach.held }];
  });
}

/**
 * What vendors can prove of the others in withheld cells, each from its seat; those who know the same of all that bears on
 * a claim are asked once. `isTried` may leave out what is known to be unprovable.
 */
export function seatFindings(
  highs: Highs,
  campaign: string,
  counts: Counts,
  claims: readonly Claim[],
  { seats, criteria }: { seats: readonly Seat[]; criteria: AuditedCriterion[] },
  isTried: (claim: Claim, own: Own) => boolean = () => true
): Finding[] {
  if (claims.length === 0 || seats.length === 0) return [];
  const groups = groupsOf(counts, claims);
  const asked = new Set(groups.flatMap(({ bearing }) => [...bearing]));
  const ownOf = ownCounter(counts, criteria, (unknown) => asked.has(unknown));
  const attack = openAttack(highs, counts);
  const findings = seats.flatMap((seat, index) => {
    const all = ownOf(seat);
    return groups.flatMap((group) => {
      const own = partOf(all, group);
      const text = textOf(own);
      const tried = () => group.claims.filter((claim) => isTried(claim, own));
      const proven = group.known.get(text) ?? provenOf(highs, attack, counts, tried(), own);
      group.known.set(text, proven);
      return proven.flatMap(({ claim, held }): Finding[] => {
        const cell = counts.unknowns[claim.cell]?.cell;
        return cell ? [{ kind: 'seat', cell, seat: index, from: cellNames(counts, campaign, held) }] : [];
      });
    });
  });
  attack.close();
  return findings;
}
