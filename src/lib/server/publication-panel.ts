import { first, type Db } from './sql.ts';

/** Products in both campaigns, in the later one only, in the earlier one only. */
export interface PanelSizes {
  panel: number;
  entrants: number;
  leavers: number;
}

export async function sizes(db: Db, earlierId: number, laterId: number): Promise<PanelSizes> {
  const row = await first<PanelSizes>(
    db,
    `select
       count(*) filter (before and after)::int as panel,
       count(*) filter (after and not before)::int as entrants,
       count(*) filter (before and not after)::int as leavers
     from (
       select product_id, bool_or(campaign_id = $earlier) as before, bool_or(campaign_id = $later) as after
       from response where in_force and campaign_id in ($earlier, $later)
       group by product_id
     )`,
    { earlier: earlierId, later: laterId }
  );
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
