import { corridorsWithFew } from '#lib/maturity/disclosure/changed-products.ts';
import { isProtected } from '#lib/maturity/disclosure-audit/sizes.ts';
import { protect, type Withheld } from '#lib/maturity/disclosure/protect.ts';
import type { Material } from '#lib/maturity/disclosure/material.ts';
import { cellName, corridorName, type Cell } from '#lib/maturity/publication/cell.ts';
import type { ProtectedCampaign, ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as attainment from '#lib/server/attainment.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as publicationMaterial from '#lib/server/publication-material.ts';
import * as publicationPanel from '#lib/server/publication-panel.ts';
import type { Earlier } from '#lib/server/publications.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { readCellsCsv } from './cells-csv.ts';
import { earlierPublications } from './earlier-publications.ts';
import { quickSolver } from './quick-solver.ts';

/** What is to be published: always whole campaigns, at the default bands. */
export interface Published {
  campaign: Campaign;
  /** The campaign compared with. */
  from?: Campaign;
  /** Criteria by corridor are published only where a manager asks for them. */
  criteriaByCorridor: boolean;
  thresholds: Thresholds;
}

/** The campaigns of a publication, its own first. */
export function wavesOf({ campaign, from }: Published): Campaign[] {
  return from ? [campaign, from] : [campaign];
}

/** Tables for everybody, and what only managers may see: the log, and what an auditor needs to try every seat. */
export interface ProtectedPublication {
  tables: ProtectedTables;
  log: Withheld[];
  materials: Material[];
}

interface OneCampaign {
  material: Material;
  median: number | null;
}

/** What an earlier publication told of the campaign, and which products changed since. */
interface ToldBefore {
  cells: Cell[];
  changed: Earlier['changed'];
}

function answersTold(cells: readonly Cell[], corridor: string): boolean {
  return cells.some((cell) => cell.corridor === corridor && cell.status !== 'withheld' && isProtected(cell));
}

/**
 * Corridors in which the difference to an earlier publication would show a few products. One that told nothing of a
 * corridor's answers leaves nothing to take the difference from: so answers that are again what they were are told again.
 */
function changedCorridors(told: readonly ToldBefore[], thresholds: Thresholds): Set<string> {
  const found = told.flatMap(({ cells, changed }) =>
    corridorsWithFew(changed, thresholds)
      .map(corridorName)
      .filter((corridor) => answersTold(cells, corridor))
  );
  return new Set(found);
}

async function read(
  store: Store,
  db: Db,
  campaign: Campaign,
  { criteriaByCorridor, thresholds }: Published
): Promise<OneCampaign> {
  const { view } = viewOf(campaign, []);
  const { code } = campaign;
  const told = (await earlierPublications(store, campaign.id)).map(({ cells, changed }) => ({
    cells: readCellsCsv(cells).filter((cell) => cell.campaign === code),
    changed
  }));
  const { median, rated } = await attainment.overview(db, view);
  const earlier = told.map(({ cells }) => cells);
  const wanted = { campaign: code, criteriaByCorridor, thresholds, earlier };
  return {
    material: {
      ...(await publicationMaterial.read(db, view, wanted)),
      changedCorridors: changedCorridors(told, thresholds)
    },
    median: median !== null && rated >= thresholds.medianFrom ? Math.round(100 * median) / 100 : null
  };
}

function campaignOf({ material, median }: OneCampaign): ProtectedCampaign {
  const { campaign: code, counts } = material;
  const distinct = (dimension: 'corridor' | 'theme') =>
    [...new Set(counts.map((count) => count[dimension]))].filter((value) => value !== '');
  return { code, median, corridors: distinct('corridor'), themes: distinct('theme') };
}

async function panelCells(db: Db, from: Campaign, to: Campaign): Promise<Cell[]> {
  const sizes = await publicationPanel.sizes(db, from.id, to.id);
  return (['panel', 'entrants', 'leavers'] as const).map((measure) => ({
    ...cellName(to.code, measure),
    value: sizes[measure],
    status: 'published'
  }));
}

async function compute(store: Store, asked: Published): Promise<ProtectedPublication> {
  const { campaign, from, thresholds } = asked;
  const { ones, panel } = await store.read(async (db) => {
    const ones: OneCampaign[] = [];
    for (const wave of wavesOf(asked)) ones.push(await read(store, db, wave, asked));
    return { ones, panel: from ? await panelCells(db, from, campaign) : [] };
  });
  const solver = await quickSolver();
  const done = ones.map(({ material }) => protect(solver, material, thresholds));
  return {
    tables: {
      campaigns: ones.map(campaignOf),
      cells: [...done.flatMap(({ cells }) => cells), ...panel],
      thresholds
    },
    log: done.flatMap(({ log }) => log),
    materials: ones.map(({ material }) => material)
  };
}

/** The counts of the closed list as anybody may see them, protected together; computed once a version of the data. */
export function protectedPublication(store: Store, asked: Published): Promise<ProtectedPublication> {
  const { campaign, from, criteriaByCorridor, thresholds } = asked;
  const key = JSON.stringify(['protected', campaign.id, from?.id, criteriaByCorridor, thresholds]);
  return cached(store, key, () => compute(store, asked));
}

/** What a public report is made of: no row, no name, no value that is withheld. */
export async function protectedTables(store: Store, asked: Published): Promise<ProtectedTables> {
  return (await protectedPublication(store, asked)).tables;
}
