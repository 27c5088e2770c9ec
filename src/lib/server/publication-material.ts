import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import type { AuditedCriterion } from '#lib/maturity/disclosure-audit/questionnaire.ts';
import { canSeatsTell } from '#lib/maturity/disclosure/attackers.ts';
import type { Material } from '#lib/maturity/disclosure/material.ts';
import { isSafe, tooFew } from '#lib/maturity/disclosure/sensitivity.ts';
import { corridorName, themeName } from '#lib/maturity/publication/cell.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as levelTable from './level-table.ts';
import * as publicationCounts from './publication-counts.ts';
import * as publicationCriteria from './publication-criteria.ts';
import * as publicationSeats from './publication-seats.ts';
import * as segments from './publication-segments.ts';
import type { Db } from './sql.ts';
import type { View } from './view.ts';

function named<Row extends { corridor: string | null }>(row: Row): Row {
  return { ...row, corridor: row.corridor === null ? null : corridorName(row.corridor) };
}

async function criteriaOf(db: Db, view: View): Promise<AuditedCriterion[]> {
  return (await levelTable.criteria(db, view)).map(({ code, theme, scope, levels, target }) => ({
    code,
    theme: themeName(theme),
    scope,
    levels,
    target
  }));
}

interface MaterialAsked extends publicationCounts.CountsAsked, Pick<Material, 'earlier'> {
  thresholds: Thresholds;
}

type ReadMaterial = Omit<Material, 'changedCorridors'>;

async function withoutSeats(db: Db, view: View, asked: MaterialAsked): Promise<Omit<ReadMaterial, 'seats'>> {
  const rows = await segments.list(db, view, (row) => isSafe(row, asked.thresholds));
  const largestVendor = await segments.largestVendor(db, view);
  const criterionFacts = await publicationCriteria.list(db, view, {
    byCorridor: asked.criteriaByCorridor,
    largestVendor,
    isSettled: (atFewest) => tooFew(atFewest, asked.thresholds) === undefined
  });
  return {
    campaign: asked.campaign,
    criteria: await criteriaOf(db, view),
    bands: bandsOf(view.filters.edges).map(bandKey),
    counts: await publicationCounts.cellsOf(db, view, asked),
    segments: rows.map((row) => ({ ...named(row), theme: row.theme === null ? null : themeName(row.theme) })),
    criterionFacts: criterionFacts.map(named),
    largestVendor,
    earlier: asked.earlier
  };
}

/**
 * All that protecting the whole campaign in `view` rests on, but for what earlier publications show of changes. Every
 * answer is read only where some vendor's own may be all that a count holds.
 */
export async function read(db: Db, view: View, asked: MaterialAsked): Promise<ReadMaterial> {
  const material = await withoutSeats(db, view, asked);
  return {
    ...material,
    seats: canSeatsTell(material) ? await publicationSeats.list(db, view, material.criteria.length) : []
  };
}
