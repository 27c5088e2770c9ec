import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** Quartiles of the rates of the products in view; null where none is rated. */
export interface Quartiles {
  rated: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
}

const quartilesSql = `
  select count(rate)::int as rated, quantile_cont(rate, 0.25) as q1, quantile_cont(rate, 0.5) as median,
    quantile_cont(rate, 0.75) as q3
  from product_in_view`;

export async function read(db: Db, view: View): Promise<Quartiles> {
  const [row] = await ask<Quartiles>(db, view, quartilesSql);
  return row ?? { rated: 0, q1: null, median: null, q3: null };
}
