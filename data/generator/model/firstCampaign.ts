import { answeredIn2025 } from '../products/first.ts';
import { key, type Corridor, type Product } from '../products/product.ts';
import { criteria } from '../questionnaire/questionnaire.ts';
import { between, sampleWeighted, type Random } from '../random.ts';
import { appliesUnder, bindGates, drawConcern, isGate, type Concern } from './applicability.ts';
import { balance, chance, draw, fit, settle } from './attainment.ts';
import { shareOf } from './ease.ts';
import { buildGrid, cellsOf, isOpen, type Cell, type Grid, type Row } from './grid.ts';
import { drawLevels } from './levels.ts';

export interface FirstCampaign {
  grid: Grid;
  concern: Concern;
}

/** The bands that the programme published for wave 1, in percent, and their numbers of products. */
const bands = [
  { from: 0, to: 20, products: 11 },
  { from: 20, to: 60, products: 34 },
  { from: 60, to: 80, products: 16 },
  { from: 80, to: 100, products: 10 }
];

const lowestRate = 5;
const highestRate = 94.5;

/** Of all applicable answers. */
const shareUnanswered = 0.021;

/** Kept small: corridors should differ, and no corridor should be a caricature. */
const corridorEffects: Record<Corridor, number> = {
  Hôpital: 0.15,
  'Médecine de ville': 0.05,
  'Biologie médicale': 0.1,
  Imagerie: 0.2,
  Officine: -0.15,
  'Médico-social': -0.3
};

export function firstCampaign(random: Random): FirstCampaign {
  const abilities = drawAbilities(answeredIn2025, random);
  const concern = drawConcern(random, answeredIn2025, abilities);
  const grid = buildGrid(answeredIn2025, criteria, appliesUnder(concern));
  bindGates(grid, concern);
  leaveUnanswered(grid, random);
  wantBands(grid.rows, abilities, random);
  wantShares(grid);
  fit(grid);
  draw(grid, random);
  settle(grid, (cell) => chance(cell) + 0.3 * random.normal());
  balance(grid, random);
  drawLevels(grid, random);
  return { grid, concern };
}

function drawAbilities(products: Product[], random: Random): Map<string, number> {
  const vendors = new Map(
    [...new Set(products.map(({ vendor }) => vendor))].map((name) => [name, random.normal()])
  );
  return new Map(
    products.map((product) => {
      const vendor = 0.6 * (vendors.get(product.vendor) ?? 0);
      return [key(product), corridorEffects[product.corridor] + vendor + 0.8 * random.normal()];
    })
  );
}

/** On the harder ones more often. Only on common criteria: in a wide file a blank on a conditional one means not applicable. */
function leaveUnanswered(grid: Grid, random: Random): void {
  const cells = cellsOf(grid);
  const candidates = cells.filter(
    ({ column: { criterion } }) => criterion.scope === 'common' && !isGate(criterion)
  );
  const size = Math.round(shareUnanswered * cells.length);
  const hardness = (cell: Cell): number => 1.02 - shareOf(cell.column.criterion.code);
  for (const cell of sampleWeighted(random, candidates, size, hardness)) cell.answered = false;
}

/** Hands the wanted rates, drawn within each band, to the products in the order of their abilities. */
function wantBands(rows: Row[], abilities: Map<string, number>, random: Random): void {
  const ranked = [...rows].sort(
    (a, b) => (abilities.get(key(a.product)) ?? 0) - (abilities.get(key(b.product)) ?? 0)
  );
  for (const { from, to, products } of bands) {
    const low = Math.max(from, lowestRate);
    const high = Math.min(to, highestRate);
    const rates = Array.from({ length: products }, () => between(random, low, high)).sort((a, b) => a - b);
    for (const rate of rates) {
      const row = ranked.shift();
      if (row !== undefined) row.wanted = wholeCount(row, rate, from, to);
    }
  }
}

/** Membership of a band is decided in whole numbers, so the count is kept within the band's whole counts. */
function wholeCount(row: Row, rate: number, from: number, to: number): number {
  const applicable = row.cells.size;
  const lowest = Math.ceil((from * applicable) / 100);
  const highest = Math.ceil((to * applicable) / 100) - 1;
  const reachable = [...row.cells.values()].filter(isOpen).length;
  return Math.min(reachable, Math.max(lowest, Math.min(highest, Math.round((rate * applicable) / 100))));
}

function wantShares(grid: Grid): void {
  for (const column of grid.columns) {
    column.wanted = Math.round(shareOf(column.criterion.code) * column.cells.length);
  }
}
