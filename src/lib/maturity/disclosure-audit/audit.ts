import type { Highs } from 'highs';
import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import { highs } from '#lib/maturity/whole-programs/highs.ts';
import type { Counts } from './counts.ts';
import { differences, withEarlier } from './earlier.ts';
import type { Finding } from './finding.ts';
import { narrowCounts } from './outside.ts';
import { printedFindings } from './printed.ts';
import type { AuditedCriterion } from './questionnaire.ts';
import { readCounts } from './read-counts.ts';
import type { Seat } from './seat.ts';
import { claimsOf, seatFindings } from './seats.ts';
import { isProtected } from './sizes.ts';

/** All that the auditor reads. */
export interface Audited {
  /** The publication's cells, of all its campaigns. */
  cells: readonly Cell[];
  /** The cells of every earlier publication. */
  earlier: readonly (readonly Cell[])[];
  campaigns: { code: string; criteria: AuditedCriterion[]; seats: readonly Seat[] }[];
}

function ofCampaign(cells: readonly Cell[], campaign: string): Cell[] {
  return cells.filter((cell) => cell.campaign === campaign);
}

/** The protected counts that some publication withholds and none prints. */
function targetsOf({ unknowns }: Counts): number[] {
  return unknowns.flatMap(({ name, cell }, i) => {
    if (!cell || cell.status === 'published' || !isProtected(name)) return [];
    return [i];
  });
}

/** Counts that this publication withholds though an earlier one of the same answers printed them. */
function toldBefore(cells: readonly Cell[], known: readonly Cell[]): Finding[] {
  const told = new Map(known.map((cell) => [cellKey(cell), cell]));
  return cells.flatMap((cell): Finding[] => {
    const value = told.get(cellKey(cell))?.value;
    if (cell.status === 'published' || value === undefined || value === null || !isProtected(cell)) return [];
    return [{ kind: 'narrow', cell, low: value, high: value, needed: 1, from: [] }];
  });
}

function auditCampaign(solver: Highs, audited: Audited, campaign: Audited['campaigns'][number]): Finding[] {
  const { code, criteria, seats } = campaign;
  const cells = ofCampaign(audited.cells, code);
  const earlier = audited.earlier.map((publication) => ofCampaign(publication, code));
  const known = withEarlier(cells, earlier);
  const counts = readCounts(known, criteria);
  const targets = targetsOf(counts);
  const claims = claimsOf(counts, targets);
  return [
    ...printedFindings(cells),
    ...differences(cells, earlier),
    ...toldBefore(cells, known),
    ...narrowCounts(solver, code, counts, targets),
    ...seatFindings(solver, code, counts, claims, { seats, criteria })
  ];
}

/**
 * Everything in a publication that tells more than domain definition 10 and section 6 of the formats allow, from outside
 * and from every vendor's seat given. It reads nothing but what an outsider, or that vendor, has.
 */
export async function audit(audited: Audited): Promise<Finding[]> {
  const solver = await highs();
  return audited.campaigns.flatMap((campaign) => auditCampaign(solver, audited, campaign));
}
