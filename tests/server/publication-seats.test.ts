import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corridorName } from '#lib/maturity/publication/cell.ts';
import * as publicationSeats from '#lib/server/publication-seats.ts';
import * as naive from './naive.ts';
import { randomCampaign, storeCampaign, type RandomCampaign } from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

function levelOf(state: naive.State): number {
  if (state === 'not_applicable') return -1;
  return state === 'unanswered' ? 0 : state;
}

/** As many criteria as often as that, so that their answers fill more than one whole number. */
function repeated({ criteria, products }: RandomCampaign, times: number): RandomCampaign {
  const rounds = Array.from({ length: times }, (_, round) => round);
  return {
    criteria: rounds.flatMap((round) => criteria.map((one) => ({ ...one, code: `${one.code}-${round}` }))),
    products: products.map((one) => ({ ...one, cells: rounds.flatMap(() => one.cells) }))
  };
}

test('a seat holds its vendor’s own answers, and stands once for vendors who know the same', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(
        randomCampaign,
        fc.boolean(),
        fc.constantFrom(1, 12),
        async (drawn, isTwofold, times) => {
          const { criteria, products } = repeated(drawn, times);
          const twins = products.map((one) => ({
            ...one,
            id: `${one.id}b`,
            product: `${one.product} bis`,
            vendor: `${one.vendor} bis`
          }));
          const campaign = { criteria, products: isTwofold ? [...products, ...twins] : products };
          const view = (await storeCampaign(store, campaign))({});
          const seats = await store.read((db) => publicationSeats.list(db, view, criteria.length));
          const vendors = new Map<string, string[]>();
          for (const { product, states } of naive.viewOf(criteria, campaign.products, {}).products) {
            const own = `${corridorName(product.corridor)} ${states.map(levelOf).join()}`;
            const key = naive.plain(product.vendor);
            vendors.set(key, [...(vendors.get(key) ?? []), own].sort());
          }
          const known = seats.map((seat) =>
            seat.map(({ corridor, levels }) => `${corridor} ${[...(levels as Int8Array)].join()}`).sort()
          );
          const asText = (seatList: string[][]) => seatList.map((seat) => seat.join('\n')).sort();
          expect(asText(known)).toEqual([...new Set(asText([...vendors.values()]))]);
        }
      ),
      { numRuns: repetitions(8) }
    );
  }));
