import { raisedIn2026 } from '../questionnaire/questionnaire.ts';
import type { Random } from '../random.ts';
import { cellsOf, countAttained, type Cell, type Grid } from './grid.ts';

/** Draws the level of each answer once it is known on which side of the target it lies. */
export function drawLevels(grid: Grid, random: Random): void {
  for (const cell of cellsOf(grid)) cell.level = drawLevel(cell, random);
}

export function drawLevel(cell: Cell, random: Random): number {
  const rate = countAttained(cell.row.cells.values()) / cell.row.cells.size;
  return cell.attained ? drawAbove(cell, rate, random) : drawBelow(cell, rate, random);
}

/** The level nearest to the wanted one that keeps the cell's side of the target and its bounds. */
export function boundLevel(cell: Cell, level: number): number {
  const { target } = cell.column.criterion;
  const low = Math.max(cell.floor, cell.attained ? target : 1);
  const high = Math.min(cell.ceiling, cell.attained ? cell.column.criterion.levels.length : target - 1);
  return Math.max(low, Math.min(high, level));
}

// Those criteria are raised because many already go beyond them: that is what makes a raise attainable.
function drawAbove(cell: Cell, rate: number, random: Random): number {
  const beyond = raisedIn2026.has(cell.column.criterion.code) ? 0.6 : 0.12 + 0.35 * rate;
  return boundLevel(cell, cell.column.criterion.target + (random.uniform() < beyond ? 1 : 0));
}

function drawBelow(cell: Cell, rate: number, random: Random): number {
  const further = 0.55 - 0.45 * rate;
  let level = cell.column.criterion.target - 1;
  while (level > 1 && random.uniform() < further) level--;
  return boundLevel(cell, level);
}
