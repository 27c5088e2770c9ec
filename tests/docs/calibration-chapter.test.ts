import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import { consequences } from '#lib/maturity/consequences.ts';
import { candidatesIn, candidatesOf, type Candidate } from '#lib/maturity/frontier/candidate.ts';
import { frontier } from '#lib/maturity/frontier/frontier.ts';
import { plainQuery } from '#lib/maturity/frontier/query.ts';
import { ifGapHeld, passingUnder } from '#lib/maturity/if-gap-held.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as audits from '#lib/server/audits.ts';
import * as levelTable from '#lib/server/level-table.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import { withStore } from '#tests/server/temp-store.ts';

/** What the chapter says of the sample, from the functions that the pages call. */
interface Facts {
  products: number;
  passing: number;
  size: number;
  withinOne: number;
  blocksAlone: Map<string, number>;
  variant: number;
  examined: number;
  best: number;
  free: number;
  floored: number;
  held: { low: number | null; high: number | null };
}

function mostOf(
  table: LevelTable,
  candidates: Candidate[],
  size: number,
  floors: { corridor: string; percent: number }[] = []
): number {
  const query = { ...plainQuery, floors };
  const { points } = frontier(table, candidates, query, { seconds: 60 });
  return points.find((point) => point.size === size)?.admitted ?? NaN;
}

function facts(): Promise<Facts> {
  return withStore(async (store) => {
    await loadSample(store, 'data/sample');
    return store.read(async (db) => {
      const asked = await askedView(db, 'v2', []);
      if (!asked) throw new Error('no campaign v2');
      const table = await levelTable.read(db, asked.view);
      const [given, variant] = await scenarios.list(db, asked.campaign.id);
      if (!given || !variant) throw new Error('no scenarios');
      const found = consequences(table, given.requirements);
      const forms = await audits.list(db, asked.campaign.id);
      return {
        products: found.applicable,
        passing: found.passing,
        size: found.requirements.mandatory,
        withinOne: found.within[1] ?? NaN,
        blocksAlone: new Map(found.perRequirement.map((one) => [one.criterion, one.blocksAlone])),
        variant: consequences(table, variant.requirements).passing,
        examined: candidatesIn(table, given.requirements).length,
        best: mostOf(table, candidatesIn(table, given.requirements), found.requirements.mandatory),
        free: mostOf(table, candidatesOf(table), 17),
        floored: mostOf(
          table,
          candidatesOf(table),
          17,
          ['Hôpital', 'Imagerie'].map((corridor) => ({ corridor, percent: 30 }))
        ),
        held: ifGapHeld(passingUnder(table, given.requirements), forms)
      };
    });
  });
}

test('the chapter on calibration says of the sample what the pages say, in both languages', async () => {
  const { products, passing, size, withinOne, blocksAlone, variant, examined, best, free, floored, held } =
    await facts();
  const [q16, q08] = [blocksAlone.get('Q16'), blocksAlone.get('Q08')];
  const sentences = {
    fr: [
      `chacune des ${size} exigences obligatoires`,
      `${passing} produits sur ${products} seulement`,
      `(Q16) en écartent ${q16}, la garantie des moyens d’identification (Q08) ${q08}`,
      `les ${examined} critères du scénario`,
      `${size} exigences bien choisies peuvent être respectées ensemble par ${best} produits sur ${products}`,
      `${floored} produits passent au lieu de ${free}`,
      `${withinOne} produits sont à un niveau près`,
      `${passing} déclarés ; entre ${held.low} et ${held.high}`,
      `${variant} produits passent au lieu de ${passing}`
    ],
    en: [
      `each of the ${size} mandatory requirements`,
      `only ${passing} products of ${products}`,
      `(Q16) keep out ${q16}, the assurance of identification means (Q08) ${q08}`,
      `the scenario’s ${examined} criteria`,
      `${size} well-chosen requirements can be met together by ${best} products of ${products}`,
      `${floored} products pass instead of ${free}`,
      `${withinOne} products are within one level`,
      `${passing} declared; between ${held.low} and ${held.high}`,
      `${variant} products pass instead of ${passing}`
    ]
  };
  for (const [locale, expected] of Object.entries(sentences)) {
    const chapter = readFileSync(`docs/guide/${locale}/7-calibration.md`, 'utf8').replace(/\s+/g, ' ');
    for (const sentence of expected) expect(chapter).toContain(sentence);
  }
});
