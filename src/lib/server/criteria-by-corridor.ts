import type { Placement } from '#lib/maturity/corridor-blocks.ts';
import {
  corridorDifferences,
  type CorridorCell,
  type CriterionByCorridor
} from '#lib/maturity/corridor-differences.ts';
import * as attainment from './attainment.ts';
import * as byCorridor from './by-corridor.ts';
import type { Db } from './sql.ts';
import { ask, type View } from './view.ts';

const placementsSql = `
  select vendor_key as "vendorKey", corridor, coalesce(marks, '') as marks
  from product_in_view
  left join (
    select response_id,
      string_agg(
        case when not counted then '-' when answer >= target then '1' else '0' end, '' order by position
      ) as marks
    from cell_in_view
    group by response_id
  ) as marked on marked.response_id = product_in_view.id
  order by product_id`;

/** The products in view; by their ids, an order that has nothing to do with answers. */
export function placements(db: Db, view: View): Promise<Placement[]> {
  return ask<Placement>(db, view, placementsSql);
}

/** Lets the server answer others between two pieces of work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function cells(db: Db, view: View): Promise<Map<string, CorridorCell[]>> {
  const byCode = new Map<string, CorridorCell[]>();
  for (const { code, corridor, applicable, attained, rate } of await byCorridor.byCriterion(db, view)) {
    byCode.set(code, [...(byCode.get(code) ?? []), { corridor, applicable, attained, rate }]);
  }
  return byCode;
}

/** One row a criterion in view, in the questionnaire's order, with a cell for each corridor that has a product in view. */
export async function criteriaByCorridor(db: Db, view: View): Promise<CriterionByCorridor[]> {
  const criteria = await attainment.byCriterion(db, view);
  const byCode = await cells(db, view);
  const differences = await corridorDifferences(await placements(db, view), criteria.length, pause);
  return criteria.map(({ code, theme, scope, target, applicable, attained, rate }, i) => ({
    code,
    theme,
    scope,
    target,
    applicable,
    attained,
    rate,
    ...(differences[i] ?? { p: null, adjusted: null, draws: null }),
    corridors: byCode.get(code) ?? []
  }));
}
