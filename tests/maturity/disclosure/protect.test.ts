import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '#lib/maturity/disclosure-audit/audit.ts';
import { seatsToTry } from '#lib/maturity/disclosure/attackers.ts';
import { cellsOf } from '#lib/maturity/disclosure/cells-of.ts';
import { protect } from '#lib/maturity/disclosure/protect.ts';
import { sensitiveUnits } from '#lib/maturity/disclosure/sensitive-units.ts';
import { cellKey, cellName, corridorName } from '#lib/maturity/publication/cell.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { highs } from '#lib/maturity/whole-programs/highs.ts';
import * as publicationSeats from '#lib/server/publication-seats.ts';
import * as publicationMaterial from '#lib/server/publication-material.ts';
import { randomCampaign, storeCampaign, type RandomCampaign } from '#tests/server/random-campaign.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(3);

/** Enough vendors that not everything is sensitive. */
const manyVendors = randomCampaign.map(({ criteria, products }): RandomCampaign => ({
  criteria: criteria.slice(0, 6),
  products: products.map((product, i) => ({ ...product, vendor: `Éditeur ${i % 9}` }))
}));

test('of random campaigns nothing withheld can be worked out, from outside or from any seat', () =>
  withStore(async (store) => {
    const solver = await highs();
    const property = fc.asyncProperty(
      fc.oneof(manyVendors, randomCampaign),
      fc.boolean(),
      async (campaign, criteriaByCorridor) => {
        const view = (await storeCampaign(store, campaign))({});
        const asked = { campaign: 'c', criteriaByCorridor, thresholds: defaultThresholds, earlier: [] };
        const read = await store.read((db) => publicationMaterial.read(db, view, asked));
        const material = { ...read, changedCorridors: new Set<string>() };
        const { cells, log } = protect(solver, material, defaultThresholds);
        // every seat is tried, those too that were not read since nothing could be told from them
        const seats = await store.read((db) => publicationSeats.list(db, view, campaign.criteria.length));
        const campaigns = [{ code: 'c', criteria: material.criteria, seats }];
        expect(await audit({ cells, earlier: [], campaigns })).toEqual([]);
        expect(new Set(log.map(({ cell }) => cellKey(cell)))).toEqual(
          new Set(cells.filter(({ status }) => status !== 'published').map(cellKey))
        );
        // where no seat need be tried, none finds anything, whatever little is withheld
        const units = sensitiveUnits(material, defaultThresholds);
        const ruled = new Set([...units.keys()].filter((i) => units[i]?.rule !== undefined));
        const thin = cellsOf(material.counts, units, ruled);
        if (seatsToTry(material, thin).length === 0)
          expect(
            (await audit({ cells: thin, earlier: [], campaigns })).map(({ kind }) => kind)
          ).not.toContain('seat');
        // said once more with what it said before, it says the same
        const again = protect(solver, { ...material, earlier: [cells] }, defaultThresholds);
        expect(again.cells).toEqual(cells);
      }
    );
    await fc.assert(property, { numRuns: runs });
  }));

test('a corridor of fewer than three vendors is withheld with all its counts, another one with it', () =>
  withStore(async (store) => {
    const cell = (attains: boolean) => (attains ? 2 : 1);
    const products = Array.from({ length: 36 }, (_, i) => ({
      id: `${i}`,
      product: `Produit ${i}`,
      vendor: i < 6 ? `Petit ${i % 2}` : `Éditeur ${i % 10}`,
      corridor: i < 6 ? 'Officine' : i < 16 ? 'Hôpital' : 'Imagerie',
      attributes: {},
      cells: [cell(i % 2 === 0), cell(i % 3 === 0)]
    }));
    const criteria = ['Accès', 'Journaux'].map((theme, i) => ({
      code: `C${i}`,
      theme,
      scope: 'common' as const,
      levels: 2,
      target: 2
    }));
    const view = (await storeCampaign(store, { criteria, products }))({});
    const read = await store.read((db) =>
      publicationMaterial.read(db, view, {
        campaign: 'c',
        criteriaByCorridor: false,
        thresholds: defaultThresholds,
        earlier: []
      })
    );
    const material = { ...read, earlier: [], changedCorridors: new Set<string>() };
    const { cells } = protect(await highs(), material, defaultThresholds);
    const statusOf = (corridor: string, measure: 'attained' | 'applicable' | 'products') =>
      cells.find((c) => cellKey(c) === cellKey(cellName('c', measure, { corridor: corridorName(corridor) })))
        ?.status;
    expect(['attained', 'applicable', 'products'].map((m) => statusOf('Officine', m as 'attained'))).toEqual([
      'withheld',
      'withheld',
      'published'
    ]);
    // the smaller of the two others is given up, and only that one
    expect([statusOf('Hôpital', 'attained'), statusOf('Imagerie', 'attained')]).toEqual([
      'withheld',
      'published'
    ]);
  }));
