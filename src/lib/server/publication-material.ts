import { bandKey, bandsOf } from '#lib/maturity/bands.ts';
import type { AuditedCriterion } from '#lib/maturity/disclosure-audit/questionnaire.ts';
import type { Seat } from '#lib/maturity/disclosure-audit/seat.ts';
import type { Material } from '#lib/maturity/disclosure/material.ts';
import type { LevelProduct } from '#lib/maturity/level-table.ts';
import { corridorName, themeName } from '#lib/maturity/publication/cell.ts';
import * as levelTable from './level-table.ts';
import * as publicationCounts from './publication-counts.ts';
import * as publicationCriteria from './publication-criteria.ts';
import * as segments from './publication-segments.ts';
import type { Db } from './sql.ts';
import type { View } from './view.ts';

function seatsOf(products: readonly LevelProduct[]): Seat[] {
  const seats = new Map<string, Seat>();
  for (const { vendorKey, corridor, levels } of products) {
    seats.set(vendorKey, [...(seats.get(vendorKey) ?? []), { corridor: corridorName(corridor), levels }]);
  }
  return [...seats.values()];
}

function named<Row extends { corridor: string | null }>(row: Row): Row {
  return { ...row, corridor: row.corridor === null ? null : corridorName(row.corridor) };
}

/** All that protecting the whole campaign in `view` rests on; without what other publications told. */
export async function read(
  db: Db,
  view: View,
  asked: publicationCounts.CountsAsked
): Promise<Omit<Material, 'earlier' | 'changedCorridors'>> {
  const table = await levelTable.read(db, view);
  const rows = await segments.list(db, view);
  const criteria = table.criteria.map(({ code, theme, scope, levels, target }): AuditedCriterion => ({
    code,
    theme: themeName(theme),
    scope,
    levels,
    target
  }));
  return {
    campaign: asked.campaign,
    criteria,
    bands: bandsOf(view.filters.edges).map(bandKey),
    counts: await publicationCounts.cellsOf(db, view, asked),
    segments: rows.map((row) => ({ ...named(row), theme: row.theme === null ? null : themeName(row.theme) })),
    criterionFacts: (await publicationCriteria.list(db, view, asked.criteriaByCorridor)).map(named),
    seats: seatsOf(table.products)
  };
}
