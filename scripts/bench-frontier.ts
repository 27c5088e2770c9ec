import { candidatesOf } from '#lib/maturity/frontier/candidate.ts';
import { frontier, type FrontierOptions } from '#lib/maturity/frontier/frontier.ts';
import { plainQuery, type FrontierQuery } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as levelTable from '#lib/server/level-table.ts';
import type { Store } from '#lib/server/store.ts';

/** Answers without any order in them, the hardest there are: each criterion attained by 58 % of the products. */
export function noise(criteria: number, products: number): LevelTable {
  const words = randomWords(7);
  const chance = () => words() / 2 ** 32;
  return {
    criteria: Array.from({ length: criteria }, (_, k) => ({
      code: `Q${k + 1}`,
      theme: `Thème ${k % 11}`,
      scope: 'common',
      levels: 3,
      target: 3,
      obligation: '',
      titleFr: '',
      titleEn: '',
      labelFr: '',
      labelEn: ''
    })),
    products: Array.from({ length: products }, (_, p) => ({
      id: String(p),
      product: `Produit ${p}`,
      vendor: `Éditeur ${p}`,
      vendorKey: `editeur ${p}`,
      corridor: `Couloir ${p % 6}`,
      vendorProducts: 1,
      levels: Int8Array.from({ length: criteria }, () => (chance() < 0.58 ? 3 : 1 + Math.floor(2 * chance())))
    }))
  };
}

function measure(name: string, table: LevelTable, query: FrontierQuery, seconds = 60): void {
  const start = performance.now();
  let second = 0;
  const onProgress: FrontierOptions['onProgress'] = ({ line }) => {
    if (line === 'withinOne' && second === 0) second = performance.now() - start;
    return true;
  };
  const { points, seconds: whole } = frontier(table, candidatesOf(table), query, { seconds, onProgress });
  const proven = points.filter((point) => point.proven).length;
  const near = points.filter((point) => point.withinOneProven).length;
  console.log(
    `${name.padEnd(58)} ${(second / 1000).toFixed(2).padStart(6)} s admitted, ${whole.toFixed(2).padStart(6)} s in all; ` +
      `${proven} and ${near} of ${points.length} points proven`
  );
}

export async function sampleTable(store: Store): Promise<LevelTable> {
  return store.read(async (db) => {
    const campaign = await campaigns.find(db, 'v1');
    if (!campaign) throw new Error('no campaign v1');
    return levelTable.read(db, viewOf(campaign, []).view);
  });
}

/** The frontier of the sample and of noise of its size, plain and under constraints; then of many products. */
export async function benchFrontier(store: Store): Promise<void> {
  const sample = await sampleTable(store);
  const floors = [...new Set(sample.products.map(({ corridor }) => corridor))].map((corridor) => ({
    corridor,
    percent: 30
  }));
  const constrained: FrontierQuery = {
    ...plainQuery,
    floors,
    include: ['Q04'],
    minThemes: sample.criteria.slice(0, 1).map(({ theme }) => ({ theme, least: 2 }))
  };
  measure('frontier of the sample', sample, plainQuery);
  measure('frontier of the sample, by firmness', sample, { ...plainQuery, measure: 'firmness' });
  measure('frontier of the sample, every corridor at 30 %, and more', sample, constrained);
  const random = noise(59, 71);
  measure('frontier of noise, 59 × 71, 58 % attained', random, plainQuery);
  measure('frontier of noise, by firmness', random, { ...plainQuery, measure: 'firmness' });
  measure('frontier of noise, every corridor at 10 %', random, {
    ...plainQuery,
    floors: [0, 1, 2, 3, 4, 5].map((corridor) => ({ corridor: `Couloir ${corridor}`, percent: 10 }))
  });
  measure('frontier of noise, 80 × 5,000, 20 s given', noise(80, 5000), plainQuery, 20);
}
