import type { Highs } from 'highs';
import type { Counts } from '#lib/maturity/disclosure-audit/counts.ts';
import { withEarlier } from '#lib/maturity/disclosure-audit/earlier.ts';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import { narrowCounts } from '#lib/maturity/disclosure-audit/outside.ts';
import { readCounts } from '#lib/maturity/disclosure-audit/read-counts.ts';
import { ownCounts } from '#lib/maturity/disclosure-audit/seat.ts';
import { claimsOf, seatFindings, type Claim } from '#lib/maturity/disclosure-audit/seats.ts';
import { isProtected } from '#lib/maturity/disclosure-audit/sizes.ts';
import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import type { Material } from './material.ts';

function targetsOf({ unknowns }: Counts): number[] {
  return unknowns.flatMap(({ name, cell }, i) =>
    cell && cell.status !== 'published' && isProtected(name) ? [i] : []
  );
}

/** The true value of each unknown that a count states. */
function truthOf(material: Material, { unknowns }: Counts): (number | undefined)[] {
  const values = new Map(material.counts.map((count) => [cellKey(count), count.value]));
  return unknowns.map(({ name }) => values.get(cellKey({ ...name, campaign: material.campaign } as Cell)));
}

/**
 * The claims that are true from the seat: only a truth can be proven. Suppression knows it; the auditor, which does not,
 * tries them all.
 */
function trueClaims(claims: Claim[], truth: (number | undefined)[], own: number[]): Claim[] {
  return claims.filter(({ terms }) =>
    terms.every(([unknown]) => (truth[unknown] ?? 0) === (own[unknown] ?? 0))
  );
}

function fromSeats(solver: Highs, material: Material, counts: Counts, claims: Claim[]): Finding[] {
  if (claims.length === 0) return [];
  const truth = truthOf(material, counts);
  return material.seats.flatMap((own, index) => {
    const seat = { index, own, criteria: material.criteria };
    const open = trueClaims(claims, truth, ownCounts(counts, material.criteria, own));
    return open.length === 0 ? [] : seatFindings(solver, material.campaign, counts, open, seat);
  });
}

/** What can be worked out of these cells, from outside; where nothing can, from the vendors' seats. */
export function workedOut(solver: Highs, material: Material, cells: readonly Cell[]): Finding[] {
  const counts = readCounts(withEarlier(cells, material.earlier), material.criteria);
  const targets = targetsOf(counts);
  const outside = narrowCounts(solver, material.campaign, counts, targets);
  return outside.length > 0 ? outside : fromSeats(solver, material, counts, claimsOf(counts, targets));
}
