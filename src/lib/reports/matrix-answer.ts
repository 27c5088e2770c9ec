import type { Matrix, MatrixCriterion } from '#lib/maturity/matrix.ts';
import * as matrix from '#lib/server/matrix.ts';
import type { Db } from '#lib/server/sql.ts';
import type { View } from '#lib/server/view.ts';
import type { Table } from './table.ts';

export const cellStates = ['attained', 'not_attained', 'unanswered', 'not_applicable'] as const;
type CellState = (typeof cellStates)[number];

/** The product × criterion matrix as the API gives it. */
export interface MatrixAnswer {
  criteria: MatrixCriterion[];
  /** `cells` in the order of the criteria. */
  products: { id: string; product: string; vendor: string; corridor: string; cells: CellState[] }[];
}

const states: Record<string, CellState> = {
  '1': 'attained',
  '0': 'not_attained',
  '?': 'unanswered',
  '-': 'not_applicable'
};

function answerOf({ criteria, products }: Matrix): MatrixAnswer {
  return {
    criteria,
    products: products.map(({ id, product, vendor, corridor, cells }) => ({
      id,
      product,
      vendor,
      corridor,
      cells: [...cells].map((cell) => states[cell] ?? 'not_applicable')
    }))
  };
}

export async function matrixAnswer(db: Db, view: View): Promise<MatrixAnswer> {
  return answerOf(await matrix.read(db, view));
}

/** One row a product, one column a criterion. */
export function matrixTable({ criteria, products }: MatrixAnswer): Table {
  return {
    columns: ['id', 'product', 'vendor', 'corridor', ...criteria.map(({ code }) => code)],
    rows: products.map(({ id, product, vendor, corridor, cells }) => [
      id,
      product,
      vendor,
      corridor,
      ...cells
    ])
  };
}
