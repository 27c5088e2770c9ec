import { noFilters } from '#lib/maturity/filters.ts';
import { compareCriteria, type AskedCriteria, type Comparison } from '#lib/maturity/comparability.ts';
import type { Standing, Standings } from '#lib/maturity/standing.ts';
import * as questionnaires from './questionnaires.ts';
import type { Store } from './store.ts';
import { ask, type View } from './view.ts';

/** Two campaigns in view side by side: which criteria compare, and where each product stands. */
export interface SideBySide extends Comparison {
  standings: Standings;
}

async function askedCriteria(store: Store, view: View): Promise<AskedCriteria> {
  const question = 'select position::int as position from criterion_in_view order by position';
  const [{ criteria }, rows] = await Promise.all([
    questionnaires.known(store, view.questionnaireId),
    store.read((db) => ask<{ position: number }>(db, view, question))
  ]);
  return { criteria, inView: new Set(rows.map(({ position }) => position)) };
}

const standingsSql = `
  select product_id as id, product, vendor, vendor_key as "vendorKey",
    applicable::int as applicable, attained::int as attained, band::int as band, coalesce(marks, '') as marks
  from product_in_view
  left join (
    select response_id,
      string_agg(
        case when counted then ((answer >= first)::int + 2 * (answer >= second)::int)::varchar else '-' end,
        '' order by place
      ) as marks
    from cell_in_view
    join (
      select unnest($positions)::usmallint as position, unnest($firsts)::int as first,
        unnest($seconds)::int as second, unnest($places)::int as place
    ) using (position)
    group by response_id
  ) as marked on marked.response_id = product_in_view.id
  order by vendor_key, product, product_id`;

function standingsOf(
  store: Store,
  view: View,
  { compared }: Comparison,
  wave: 'before' | 'after'
): Promise<Standing[]> {
  const parameters = {
    positions: compared.map((criterion) => criterion[wave]),
    firsts: compared.map(({ targetBefore }) => targetBefore),
    seconds: compared.map(({ targetAfter }) => targetAfter),
    places: compared.map((_, place) => place)
  };
  return store.read((db) => ask<Standing>(db, view, standingsSql, parameters));
}

/**
 * The products in view of both campaigns. A band filter chooses products by where they stand after; those that have
 * left stand nowhere, and are then out of view.
 */
export async function read(store: Store, before: View, after: View): Promise<SideBySide> {
  const asked = await Promise.all([askedCriteria(store, before), askedCriteria(store, after)]);
  const comparison = compareCriteria(...asked);
  const isByBand = after.filters.band.length > 0;
  const anyBand = { ...before, filters: { ...before.filters, band: noFilters.band } };
  const [earlier, later] = await Promise.all([
    standingsOf(store, anyBand, comparison, 'before'),
    standingsOf(store, after, comparison, 'after')
  ]);
  const kept = new Set(later.map(({ id }) => id));
  const standings = { before: isByBand ? earlier.filter(({ id }) => kept.has(id)) : earlier, after: later };
  return { ...comparison, standings };
}
