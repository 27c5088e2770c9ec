import { key } from '../products/product.ts';
import { entrants, panel } from '../products/second.ts';
import { criteria, raisedIn2026 } from '../questionnaire/questionnaire.ts';
import { between, type Random } from '../random.ts';
import { appliesUnder, bindGates, isGate, renewConcern } from './applicability.ts';
import { chance, fit, settle } from './attainment.ts';
import { driftOf } from './ease.ts';
import type { FirstCampaign } from './firstCampaign.ts';
import { buildGrid, cellsOf, countAttained, isOpen, type Cell, type Grid, type Row } from './grid.ts';
import { boundLevel, drawLevel } from './levels.ts';

type Earlier = Map<string, Row>;

/** Points that a vendor’s products gain in a year on average, at the targets of 2025, before their `room`. */
const meanProgress = 6.2;

/** Share of the panel’s products whose own progress is nil. */
const shareUnchanged = 0.1;

/** Grows out of the first campaign: most answers are kept, and what changes follows vendors and criteria. */
export function secondCampaign(first: FirstCampaign, random: Random): Grid {
  const earlier = new Map(first.grid.rows.map((row) => [key(row.product), row]));
  const products = [...panel, ...entrants];
  const concern = renewConcern(random, first.concern, panel, entrants);
  const grid = buildGrid(products, criteria, appliesUnder(concern));
  bindGates(grid, concern);
  leaveUnanswered(grid, earlier, random);
  wantRates(grid, earlier, random);
  fitTo(grid, first);
  startFrom(grid, earlier, random);
  settle(grid, (cell) => readiness(cell, earlier) + random.normal());
  for (const cell of cellsOf(grid)) cell.level = nextLevel(cell, earlier, random);
  return grid;
}

function before(cell: Cell, earlier: Earlier): Cell | undefined {
  return earlier.get(key(cell.row.product))?.cells.get(cell.column.criterion.code);
}

/** Never where the target was attained: a product's answer does not go missing for no reason. */
function leaveUnanswered(grid: Grid, earlier: Earlier, random: Random): void {
  for (const cell of cellsOf(grid)) {
    const { criterion } = cell.column;
    const share = criterion.scope === 'common' ? 0.05 : 0.015;
    if (isGate(criterion) || before(cell, earlier)?.attained) continue;
    if (random.uniform() < share) cell.answered = false;
  }
}

function wantRates(grid: Grid, earlier: Earlier, random: Random): void {
  const vendorProgress = new Map<string, number>();
  for (const row of grid.rows) {
    const { vendor } = row.product;
    const progress = vendorProgress.get(vendor) ?? meanProgress + 6 * random.normal();
    vendorProgress.set(vendor, progress);
    row.wanted = wantedCount(row, wantedRate(earlier.get(key(row.product)), progress, random));
  }
}

/** In percent. The weakest products hardly move, those in the middle move most, the best have little room left. */
function wantedRate(earlier: Row | undefined, vendorProgress: number, random: Random): number {
  if (earlier === undefined) return between(random, 30, 85);
  const rate = (100 * countAttained(earlier.cells.values())) / earlier.cells.size;
  if (random.uniform() < shareUnchanged) return rate;
  return rate + room(rate) * (vendorProgress + 3.5 * random.normal());
}

function room(rate: number): number {
  if (rate < 22) return 0.25;
  if (rate < 50) return 0.9;
  return rate < 80 ? 1.4 : 0.4;
}

function wantedCount(row: Row, rate: number): number {
  const reachable = [...row.cells.values()].filter(isOpen).length;
  return Math.max(1, Math.min(reachable, Math.round((rate * row.cells.size) / 100)));
}

/** Every criterion is taken to be as easy as in 2025, and a little easier: drifts come in with `churn`. */
function fitTo(grid: Grid, first: FirstCampaign): void {
  const shares = new Map(
    first.grid.columns.map(({ criterion, cells }) => [criterion.code, countAttained(cells) / cells.length])
  );
  for (const column of grid.columns) {
    const { code } = column.criterion;
    column.wanted = Math.min(0.97, (shares.get(code) ?? 0) + 0.06) * column.cells.length;
  }
  fit(grid);
}

function startFrom(grid: Grid, earlier: Earlier, random: Random): void {
  for (const cell of cellsOf(grid)) {
    const known = before(cell, earlier);
    const start = known === undefined ? random.uniform() < chance(cell) : known.attained;
    cell.attained = isOpen(cell) && start !== random.uniform() < churn(cell, start);
  }
}

/** The share of answers that cross the target whatever the product's own progress. */
function churn(cell: Cell, attained: boolean): number {
  const drift = driftOf(cell.column.criterion.code);
  if (attained) return drift < 0 ? -0.13 * drift : 0.012;
  return drift > 0 ? 0.07 * drift * chance(cell) : 0.004;
}

function readiness(cell: Cell, earlier: Earlier): number {
  const { code, target } = cell.column.criterion;
  const near = (before(cell, earlier)?.level ?? target - 1) >= target - 1 ? 0.8 : 0;
  return driftOf(code) + near + 4 * chance(cell);
}

function nextLevel(cell: Cell, earlier: Earlier, random: Random): number {
  const known = before(cell, earlier);
  if (known === undefined || !known.answered || known.attained !== cell.attained)
    return crossed(cell, known, random);
  const climbs = raisedIn2026.has(cell.column.criterion.code) ? 0.35 : 0.09;
  return boundLevel(cell, known.level + (random.uniform() < climbs ? 1 : 0));
}

/** An answer that has just crossed the target most often lies right beside it. */
function crossed(cell: Cell, known: Cell | undefined, random: Random): number {
  const { target } = cell.column.criterion;
  if (known === undefined || random.uniform() < 0.2) return drawLevel(cell, random);
  return boundLevel(cell, cell.attained ? target : target - 1);
}
