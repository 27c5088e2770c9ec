import { bandKey } from '#lib/maturity/bands.ts';
import type { Evolution } from '#lib/maturity/evolution.ts';
import type { Place } from '#lib/maturity/flows.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import { evolution } from '#lib/server/evolution.ts';
import type { Store } from '#lib/server/store.ts';
import type { Answered } from './questions.ts';
import { criterionChangesTable } from './table.ts';

/** Bands under their names in the API, from the highest down, then those without a rate or not there. */
function namedFlows({ bands, flows }: Evolution) {
  const keys = bands.map(bandKey);
  const name = (place: Place) => (typeof place === 'number' ? (keys[place] ?? '') : place);
  const rank = (place: Place) => (typeof place === 'number' ? -place : place === 'unrated' ? 1 : 2);
  return [...flows]
    .sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
    .map(({ from, to, products }) => ({ from: name(from), to: name(to), products }));
}

/** What changed between two campaigns, as JSON gives it; as CSV the criteria. Undefined where nothing precedes. */
export async function evolutionAnswer(store: Store, { from, to }: AskedPair): Promise<Answered | undefined> {
  if (!from) return undefined;
  const found = await evolution(store, from.view, to.view);
  const { before, after, common, panel, decisiveVendor, decomposition, moves, criteria, notCompared } = found;
  const figures = {
    from: from.campaign.code,
    to: to.campaign.code,
    before,
    after,
    common,
    panel,
    decisiveVendor,
    decomposition,
    moves,
    flows: namedFlows(found),
    criteria,
    notCompared: notCompared.map(({ code, obstacle }) => ({ code, reason: obstacle }))
  };
  return { figures, table: () => criterionChangesTable(criteria) };
}
