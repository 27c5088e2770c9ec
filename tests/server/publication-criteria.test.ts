import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CriterionFacts, Denominator } from '#lib/maturity/publication/facts.ts';
import * as publicationCriteria from '#lib/server/publication-criteria.ts';
import * as publicationSegments from '#lib/server/publication-segments.ts';
import * as naive from './naive.ts';
import { randomCampaign, storeCampaign } from './random-campaign.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

type Rows = naive.NaiveView['products'];

function vendorsOf(rows: Rows): string[] {
  return [...new Set(rows.map(({ product }) => naive.plain(product.vendor)))];
}

/** The facts of definition 10 about one criterion's products, all or those of a corridor, in plain loops. */
function factsOf({ criteria, products }: naive.NaiveView, { code, corridor }: CriterionFacts) {
  const place = criteria.findIndex((criterion) => criterion.code === code);
  const target = criteria[place]?.target ?? 0;
  const here = products.filter(({ product }) => corridor === null || product.corridor === corridor);
  const rated = here.filter(({ states }) => states[place] !== 'not_applicable');
  const attaining = rated.filter(({ states }) => Number(states[place]) >= target);
  const of = (rows: Rows, vendor: string) =>
    rows.filter(({ product }) => naive.plain(product.vendor) === vendor).length;
  const most = (rows: Rows) => Math.max(0, ...vendorsOf(here).map((vendor) => of(rows, vendor)));
  const whole = {
    code,
    corridor,
    rated: rated.length,
    ratedVendors: vendorsOf(rated).length,
    attained: attaining.length
  };
  if (corridor === null) return whole;
  return {
    ...whole,
    largestVendor: most(rated),
    attainingWithoutOne: attaining.length - most(attaining)
  };
}

test('a criterion’s products and vendors are those of the rows; of one that is settled at fewest, its verdict', () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(randomCampaign, fc.integer({ min: 1, max: 5 }), async (campaign, enough) => {
        const view = (await storeCampaign(store, campaign))({});
        const isSettled = ({ ratedVendors }: Denominator) => ratedVendors >= enough;
        const found = await store.read(async (db) => {
          const largestVendor = await publicationSegments.largestVendor(db, view);
          return publicationCriteria.list(db, view, { byCorridor: true, largestVendor, isSettled });
        });
        const corridors = new Set(campaign.products.map(({ corridor }) => corridor)).size;
        expect(found).toHaveLength(corridors === 0 ? 0 : campaign.criteria.length * (1 + corridors));
        const rows = naive.viewOf(campaign.criteria, campaign.products, {});
        for (const facts of found) {
          const expected = factsOf(rows, facts);
          if (facts.corridor !== null || !isSettled(facts)) expect(facts).toEqual(expected);
          else {
            expect({ ...facts, ratedVendors: 0 }).toEqual({ ...expected, ratedVendors: 0 });
            expect(expected.ratedVendors).toBeGreaterThanOrEqual(facts.ratedVendors);
          }
        }
      }),
      { numRuns: repetitions(24) }
    );
  }));
