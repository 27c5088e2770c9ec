import type { Overview } from '#lib/maturity/figures.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const countsSql = `
  select count(*) filter (scope = 'common')::int as common, count(*) filter (scope = 'conditional')::int as conditional
  from criterion_in_view`;

/** How many criteria are in view: asked apart from the products, so that it is asked once whichever of these are chosen. */
export async function criteriaCounts(db: Db, view: View): Promise<Overview['criteria']> {
  const { theme, scope } = view.filters;
  const ofCriteria = { ...view, filters: { ...noFilters, theme, scope } };
  const [row] = await ask<Overview['criteria']>(db, ofCriteria, countsSql);
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
