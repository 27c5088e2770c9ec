import type { Random } from '../random.ts';
import { cellsOf, countAttained, isOpen, type Cell, type Column, type Grid, type Row } from './grid.ts';

/** Rasch model: the log-odds that a product attains a criterion is its ability plus the criterion's ease. */
export function chance(cell: Cell): number {
  return isOpen(cell) ? 1 / (1 + Math.exp(-cell.row.ability - cell.column.ease)) : 0;
}

/** Sets abilities and eases so that the expected counts of rows and columns are the wanted ones. */
export function fit(grid: Grid): void {
  for (let round = 0; round < 80; round++) {
    for (const column of grid.columns) column.ease += step(column.cells, column.wanted);
    for (const row of grid.rows) row.ability += step([...row.cells.values()], row.wanted);
  }
}

export function draw(grid: Grid, random: Random): void {
  for (const cell of cellsOf(grid)) cell.attained = random.uniform() < chance(cell);
}

/** How readily a cell turns: for a gain the highest turns first, for a loss the lowest. */
export type Leaning = (cell: Cell) => number;

/** Turns as few answers as needed for every product to attain exactly the wanted number of criteria. */
export function settle(grid: Grid, leaning: Leaning): void {
  for (const row of grid.rows) settleRow(row, leaning);
}

/** Swaps outcomes within products until criteria have their wanted counts too, as far as swaps can bring them. */
export function balance(grid: Grid, random: Random): void {
  const surplus = (column: Column): number => countAttained(column.cells) - column.wanted;
  for (let turn = 0; turn < 2000; turn++) {
    const over = grid.columns.filter((column) => surplus(column) > 0).sort((a, b) => surplus(b) - surplus(a));
    const under = grid.columns
      .filter((column) => surplus(column) < 0)
      .sort((a, b) => surplus(a) - surplus(b));
    if (!over.some((giver) => under.some((taker) => swap(giver, taker, random)))) return;
  }
}

function step(cells: Cell[], wanted: number): number {
  const chances = cells.map(chance);
  const expected = chances.reduce((sum, p) => sum + p, 0);
  const slope = chances.reduce((sum, p) => sum + p * (1 - p), 0.05);
  return Math.max(-1, Math.min(1, (wanted - expected) / slope));
}

function settleRow(row: Row, leaning: Leaning): void {
  const lacking = row.wanted - countAttained(row.cells.values());
  const gains = lacking > 0;
  const candidates = [...row.cells.values()]
    .filter((cell) => isOpen(cell) && cell.attained !== gains)
    .map((cell) => ({ cell, readiness: gains ? leaning(cell) : -leaning(cell) }))
    .sort((a, b) => b.readiness - a.readiness);
  for (const { cell } of candidates.slice(0, Math.abs(lacking))) cell.attained = gains;
}

function swap(giver: Column, taker: Column, random: Random): boolean {
  const pairs = giver.cells
    .filter((cell) => cell.attained)
    .map((given) => ({ given, taken: given.row.cells.get(taker.criterion.code) }))
    .filter(({ taken }) => taken !== undefined && !taken.attained && isOpen(taken));
  const pair = pairs[Math.floor(random.uniform() * pairs.length)];
  if (pair?.taken === undefined) return false;
  pair.given.attained = false;
  pair.taken.attained = true;
  return true;
}
