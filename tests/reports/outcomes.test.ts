import { expect, test } from 'vitest';
import { requirementOf } from '#lib/maturity/requirements.ts';
import { laterOutcomes } from '#lib/reports/outcomes.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { storeCampaign, type RandomCampaign } from '../server/random-campaign.ts';
import { withStore } from '../server/temp-store.ts';

function campaignOf(...codes: string[]): RandomCampaign {
  const criteria = codes.map((code) => ({
    code,
    theme: 'Accès',
    scope: 'common' as const,
    levels: 3,
    target: 2
  }));
  const product = { id: 'p', product: 'P', vendor: 'V', corridor: '', attributes: {} };
  return { criteria, products: [{ ...product, cells: codes.map(() => 2) }] };
}

/** The later campaigns that a scenario of the first one is told of. */
async function toldOf(store: Store, criterion: string): Promise<number[]> {
  const made = [campaignOf('Q1', 'Q2'), campaignOf('R1'), campaignOf('Q1', 'R1')];
  const ids: number[] = [];
  for (const campaign of made) ids.push((await storeCampaign(store, campaign))({}).campaignId);
  const id = await store.write((db) =>
    scenarios.create(db, { campaignId: ids[0] ?? 0, name: 'A', requirements: [requirementOf(criterion, 2)] })
  );
  const scenario = await store.read((db) => scenarios.read(db, Number(id)));
  if (!scenario) throw new Error('not made');
  const outcomes = await laterOutcomes(store, scenario, 'fr');
  return outcomes.map(({ rows }) => rows[0]?.after?.attained ?? 0);
}

test('a scenario is told of later campaigns that ask one of its mandatory criteria, and of no other', async () => {
  expect(await withStore((store) => toldOf(store, 'Q1'))).toEqual([1]);
  expect(await withStore((store) => toldOf(store, 'Q2'))).toEqual([]);
});
