import { pairsOf, type Standing, type Standings } from './standing.ts';

/** Where a product stands in a wave: in a band, by index from the lowest; without a rate; not there. */
export type Place = number | 'unrated' | 'absent';

export const isBand = (place: Place): place is number => typeof place === 'number';
export const isUnrated = (place: Place) => place === 'unrated';
export const isAbsent = (place: Place) => place === 'absent';

/** So many products that stood at `from` and stand at `to`. */
export interface Flow {
  from: Place;
  to: Place;
  products: number;
}

export interface Moves {
  up: number;
  same: number;
  down: number;
}

function placeOf(standing: Standing | undefined): Place {
  return standing === undefined ? 'absent' : (standing.band ?? 'unrated');
}

/** Every way that some product took, in no particular order; bands × bands is the cross-table of the panel. */
export function flowsOf(standings: Standings): Flow[] {
  const pairs = pairsOf(standings);
  const inBoth = new Set(pairs.map(({ after }) => after.id));
  const alone = ({ id }: Standing) => !inBoth.has(id);
  const ways: [Place, Place][] = [
    ...pairs.map(({ before, after }): [Place, Place] => [placeOf(before), placeOf(after)]),
    ...standings.before.filter(alone).map((one): [Place, Place] => [placeOf(one), 'absent']),
    ...standings.after.filter(alone).map((one): [Place, Place] => ['absent', placeOf(one)])
  ];
  return tally(ways);
}

function tally(ways: [Place, Place][]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const [from, to] of ways) {
    const flow = flows.get(`${from} ${to}`) ?? { from, to, products: 0 };
    flow.products += 1;
    flows.set(`${from} ${to}`, flow);
  }
  return [...flows.values()];
}

/** Products of the panel, rated in both waves, by whether their band rose. */
export function movesOf(flows: readonly Flow[]): Moves {
  const moves = { up: 0, same: 0, down: 0 };
  for (const { from, to, products } of flows) {
    if (typeof from !== 'number' || typeof to !== 'number') continue;
    moves[to > from ? 'up' : to < from ? 'down' : 'same'] += products;
  }
  return moves;
}

/** Products that go from such a place to such a place. */
export function countFlows(
  flows: readonly Flow[],
  from: (place: Place) => boolean,
  to: (place: Place) => boolean
): number {
  return flows.reduce((sum, flow) => sum + (from(flow.from) && to(flow.to) ? flow.products : 0), 0);
}
