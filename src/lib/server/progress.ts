import { noFilters } from '#lib/maturity/filters.ts';
import { all, type Db } from './sql.ts';
import { ask, type View } from './view.ts';

/** Definition 12's *progress* of the panel, with who stands outside it; rates from 0 to 1. */
export interface Progress {
  /** N of P: products rated in both campaigns on the criteria that both have with the same levels. */
  panel: number;
  /** m₂′(P) − m₁′(P), null where P is empty. */
  progress: number | null;
  entrants: number;
  leavers: number;
}

interface PrimedRow {
  id: string;
  rated: boolean;
  applicable: number;
  attained: number;
}

/** Criteria in view in both, with the same code and level labels: their place in each and wave 1's target. */
const sharedCriteria = `
  with worded as (
    select questionnaire_id, position, upper(code) as key, target::int as target,
      (select list(label_fr || chr(31) || label_en order by level.level) from level
       where level.questionnaire_id = criterion.questionnaire_id and level.position = criterion.position) as labels
    from criterion where questionnaire_id in ($before, $after)
      and (len($themes) = 0 or list_contains($themes, theme)) and (len($scopes) = 0 or list_contains($scopes, scope))
  )
  select b.position::int as before, a.position::int as after, b.target
  from worded b join worded a on a.key = b.key and a.labels = b.labels
  where b.questionnaire_id = $before and a.questionnaire_id = $after`;

const primedRates = `
  select product_id as id, rate is not null as rated,
    count(*) filter (counted)::int as applicable, count(*) filter (shared_cell.attained)::int as attained
  from product_in_view
  left join (
    select response_id, counted, answer >= first_target as attained
    from cell_in_view
    join (select unnest($positions)::usmallint as position, unnest($targets)::int as first_target) using (position)
  ) as shared_cell on shared_cell.response_id = product_in_view.id
  group by all`;

async function primed(
  db: Db,
  view: View,
  positions: number[],
  targets: number[]
): Promise<Map<string, PrimedRow>> {
  const rows = await ask<PrimedRow>(db, view, primedRates, { positions, targets });
  return new Map(rows.map((row) => [row.id, row]));
}

function mean(rates: number[]): number {
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

function rateOf({ attained, applicable }: PrimedRow): number {
  return attained / applicable;
}

/**
 * How far the products rated in both campaigns moved, over the criteria that both have with the same levels, at wave
 * 1's targets (domain definition 12, part *progress*). The band filter chooses products by where they stand after.
 */
export async function progress(db: Db, before: View, after: View): Promise<Progress> {
  const shared = await all<{ before: number; after: number; target: number }>(db, sharedCriteria, {
    before: before.questionnaireId,
    after: after.questionnaireId,
    themes: after.filters.theme,
    scopes: after.filters.scope
  });
  const targets = shared.map(({ target }) => target);
  const anyBand = { ...before, filters: { ...before.filters, band: noFilters.band } };
  const first = await primed(
    db,
    anyBand,
    shared.map((c) => c.before),
    targets
  );
  const second = await primed(
    db,
    after,
    shared.map((c) => c.after),
    targets
  );
  const pairs = [...second.values()].flatMap((now) => {
    const then = first.get(now.id);
    const inPanel = then && then.rated && now.rated && then.applicable > 0 && now.applicable > 0;
    return inPanel ? [{ then, now }] : [];
  });
  return {
    panel: pairs.length,
    progress:
      pairs.length === 0
        ? null
        : mean(pairs.map(({ now }) => rateOf(now))) - mean(pairs.map(({ then }) => rateOf(then))),
    entrants: [...second.keys()].filter((id) => !first.has(id)).length,
    leavers: [...first.keys()].filter((id) => !second.has(id)).length
  };
}
