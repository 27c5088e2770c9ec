import { analyse, type Analysis } from '#lib/maturity/analysis.ts';
import * as matrix from './matrix.ts';
import type { Db } from './sql.ts';
import { unhurried } from './unhurried.ts';
import type { View } from './view.ts';

/** The analysis of a campaign in view: one scan of its answers, then up to a second of computing in short turns. */
export async function read(db: Db, view: View): Promise<Analysis> {
  const answers = await matrix.read(db, view);
  return unhurried(analyse(answers, view.filters.edges));
}
