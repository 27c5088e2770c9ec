import type { Criterion } from '../questionnaire/criterion.ts';
import type { Product } from '../products/product.ts';

/** One product's answer to one criterion that applies to it. */
export interface Cell {
  row: Row;
  column: Column;
  answered: boolean;
  /** Bounds of the level: another criterion's condition may rest on this answer. */
  floor: number;
  ceiling: number;
  /** Measured at the target of 2025 in both campaigns, so that only answers move between them. */
  attained: boolean;
  level: number;
}

export interface Row {
  product: Product;
  cells: Map<string, Cell>;
  /** The number of criteria that the product is to attain. */
  wanted: number;
  ability: number;
}

export interface Column {
  criterion: Criterion;
  cells: Cell[];
  /** The number of products that are to attain the criterion. */
  wanted: number;
  ease: number;
}

export interface Grid {
  rows: Row[];
  columns: Column[];
}

export type Applies = (product: Product, criterion: Criterion) => boolean;

export function buildGrid(products: Product[], criteria: Criterion[], applies: Applies): Grid {
  const rows = products.map((product): Row => ({ product, cells: new Map(), wanted: 0, ability: 0 }));
  const columns = criteria.map((criterion): Column => ({ criterion, cells: [], wanted: 0, ease: 0 }));
  for (const column of columns) {
    for (const row of rows.filter(({ product }) => applies(product, column.criterion))) addCell(row, column);
  }
  return { rows, columns };
}

export function cellsOf(grid: Grid): Cell[] {
  return grid.rows.flatMap((row) => [...row.cells.values()]);
}

/** Whether the cell could hold either outcome: answered, and not bound below the target. */
export function isOpen(cell: Cell): boolean {
  return cell.answered && cell.ceiling >= cell.column.criterion.target;
}

export function countAttained(cells: Iterable<Cell>): number {
  return [...cells].filter((cell) => cell.attained).length;
}

function addCell(row: Row, column: Column): void {
  const ceiling = column.criterion.levels.length;
  const cell = { row, column, answered: true, floor: 1, ceiling, attained: false, level: 1 };
  row.cells.set(column.criterion.code, cell);
  column.cells.push(cell);
}
