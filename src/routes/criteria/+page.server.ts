import type { ServerLoadEvent } from '@sveltejs/kit';
import CriteriaTable from '#lib/components/CriteriaTable.svelte';
import HeatMapTable from '#lib/components/HeatMapTable.svelte';
import { corridorReport, corridorSort } from '#lib/reports/criteria-by-corridor.ts';
import { criteriaReport, criteriaSorts, type CriteriaSort } from '#lib/reports/criteria.ts';
import { topBandReport } from '#lib/reports/top-band.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { askedByAddress } from '../asked.ts';
import { placed, stateOf, still } from '../placed.ts';
import { orderInForce } from './orders.ts';

function readSort(url: URL, usual: CriteriaSort): CriteriaSort {
  const asked = url.searchParams.get('sort');
  return criteriaSorts.find((sort) => sort === asked) ?? usual;
}

export async function load(event) {
  const { locals, url } = event;
  const asked = await askedByAddress(locals.store, url);
  const isByCorridor = url.searchParams.get('by') === 'corridor';
  const usual = isByCorridor ? corridorSort : 'theme';
  const sort = readSort(url, usual);
  const order = { sort, usual };
  if (!asked) return order;
  if (isByCorridor) return { ...order, byCorridor: await byCorridor(event, asked, sort) };
  const { report, table, topBand } = await byLevel(event, asked, sort);
  return { ...order, report, table, topBand };
}

async function byCorridor(event: ServerLoadEvent, asked: AskedView, sort: CriteriaSort) {
  const { store, locale } = event.locals;
  const { figures, map, headline, lede } = await corridorReport(store, asked, sort, locale);
  const [words] = figures.map(({ title, subline, caption }) => ({ title, subline, caption }));
  const given = map && words && { map, title: words.title, state: stateOf(event, asked) };
  return { headline, lede, words, heatMap: given && still(event, HeatMapTable, given) };
}

async function byLevel(event: ServerLoadEvent, asked: AskedView, sort: CriteriaSort) {
  const { store, locale } = event.locals;
  const [report, topBand] = await Promise.all([
    criteriaReport(store, asked, sort, locale),
    topBandReport(store, asked, locale)
  ]);
  const { headline, lede, title, subline, caption, total, groups } = report;
  const given = { groups, total, title, order: orderInForce(sort, locale), state: stateOf(event, asked) };
  return {
    report: { headline, lede, title, subline, caption, total },
    table: still(event, CriteriaTable, given),
    topBand: placed(event, topBand.figures, () => 12)
  };
}
