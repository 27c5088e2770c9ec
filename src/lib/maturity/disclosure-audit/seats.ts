import type { Highs } from 'highs';
import type { Term } from '#lib/maturity/whole-programs/program.ts';
import { openAttack, type Attack } from './attack.ts';
import { bearingSums } from './bearing.ts';
import { countKey, type CountName, type Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { cellNames, most } from './outside.ts';
import type { AuditedCriterion } from './questionnaire.ts';
import { ownCounts, seatedCounts, type Seat } from './seat.ts';
import { sizesAnd, totalOf } from './sizes.ts';

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

function ownSum(own: number[], terms: readonly Term[]): number {
  return terms.reduce((sum, [unknown, weight]) => sum + weight * (own[unknown] ?? 0), 0);
}

function isSeenOpen(attack: Attack, own: number[], { terms }: Claim): boolean {
  return terms.some(([unknown]) => (attack.seen(unknown)?.high ?? 0) > (own[unknown] ?? 0));
}

/** Whether the vendor would know as much from the printed sizes and the campaign's own total. */
function isProvenByTotal(highs: Highs, counts: Counts, own: number[], { terms, totals }: Claim): boolean {
  const bounds = seatedCounts(counts, own) ?? counts;
  const alone = seatedCounts(sizesAnd(counts, totals, most(counts), bounds), own);
  const [total] = totals;
  if (!alone || !total) return true;
  const attack = openAttack(highs, { ...alone, sums: bearingSums(counts, total) });
  const reach = attack.most(terms);
  attack.close();
  return !reach || reach.value <= ownSum(own, terms);
}

/** What a vendor can prove of the others in withheld cells, from its seat. */
export function seatFindings(
  highs: Highs,
  campaign: string,
  counts: Counts,
  claims: Claim[],
  seat: { index: number; own: Seat; criteria: AuditedCriterion[] }
): Finding[] {
  if (claims.length === 0) return [];
  const own = ownCounts(counts, seat.criteria, seat.own);
  const seated = seatedCounts(counts, own);
  if (!seated) return [];
  const attack = openAttack(highs, seated);
  const findings = claims.flatMap((claim): Finding[] => {
    const cell = counts.unknowns[claim.cell]?.cell;
    if (!cell || isSeenOpen(attack, own, claim)) return [];
    const reach = attack.most(claim.terms);
    if (!reach || reach.value > ownSum(own, claim.terms)) return [];
    if (isProvenByTotal(highs, counts, own, claim)) return [];
    return [{ kind: 'seat', cell, seat: seat.index, from: cellNames(counts, campaign, reach.held) }];
  });
  attack.close();
  return findings;
}
