import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as attainment from '#lib/server/attainment.ts';
import * as corrections from '#lib/server/corrections.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import { randomCampaign, storeCampaign, type RandomCampaign } from './random-campaign.ts';
import type { Cell } from './naive.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(10);

let dir: string;
let store: Store;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'palier-test-'));
  store = await openStore(dir);
});

afterAll(async () => {
  store.close();
  await rm(dir, { recursive: true });
});

function figures(view: View) {
  return store.read(async (db) => ({
    overview: await attainment.overview(db, view),
    criteria: await attainment.byCriterion(db, view),
    products: await attainment.byProduct(db, view)
  }));
}

const pick = fc.record({ product: fc.nat(), criterion: fc.nat(), answer: fc.integer({ min: -1, max: 10 }) });

/** What a correction may say, and the cell that a vendor would have written to say it. */
function said(answer: number): { answer: number | 'unanswered' | 'not_applicable'; cell: Cell } {
  if (answer > 0) return { answer, cell: answer };
  return answer === 0
    ? { answer: 'unanswered', cell: 'unanswered' }
    : { answer: 'not_applicable', cell: 'not_applicable' };
}

/** The campaign as it would be had the vendors answered so; corrections that can't be are left out on both sides. */
async function correctAll(
  campaign: RandomCampaign,
  view: View,
  picks: { product: number; criterion: number; answer: number }[]
) {
  const products = campaign.products.map((product) => ({ ...product, cells: [...product.cells] }));
  const made: number[] = [];
  for (const { product, criterion, answer } of picks) {
    const [p, c] = [product % Math.max(1, products.length), criterion % campaign.criteria.length];
    const [target, asked] = [products[p], said(answer)];
    const outcome = await store.write((db) =>
      corrections.create(db, {
        campaignId: view.campaignId,
        productId: target?.id ?? '',
        criterion: campaign.criteria[c]?.code ?? '',
        answer: asked.answer,
        reason: 'test'
      })
    );
    if (typeof outcome === 'string' || !target) continue;
    target.cells[c] = asked.cell;
    made.push(outcome);
  }
  return { made, corrected: { ...campaign, products } };
}

test('every figure after corrections is that of a campaign answered so; taken back all are as before', () =>
  fc.assert(
    fc.asyncProperty(randomCampaign, fc.array(pick, { maxLength: 12 }), async (campaign, picks) => {
      const view = (await storeCampaign(store, campaign))({});
      const before = await figures(view);
      const { made, corrected } = await correctAll(campaign, view, picks);
      const other = (await storeCampaign(store, corrected))({});
      expect(await figures(view)).toEqual(await figures(other));
      for (const id of made) await store.write((db) => corrections.retract(db, id));
      expect(await figures(view)).toEqual(before);
    }),
    { numRuns: runs }
  ));
