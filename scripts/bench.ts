import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { importFiles } from '#lib/commands/import-files.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { requirementOf, type Requirement } from '#lib/maturity/requirements.ts';
import { signFlip } from '#lib/maturity/sign-flip.ts';
import { drawOnServer } from '#lib/components/draw-on-server.ts';
import { calibrationView } from '#lib/reports/calibration-view.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Db } from '#lib/server/sql.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import { answersFile, criteria, importRequest } from './bench-campaign.ts';
import { filterTimes, weights } from './bench-browser.ts';
import { benchFrontier, noise, sampleTable } from './bench-frontier.ts';
import { benchReports } from './bench-reports.ts';
import { gzipped, page, startServer, type BenchServer } from './bench-server.ts';

/** One line of the output: times in milliseconds. */
interface Timing {
  name: string;
  ms: number[];
}

function quantile(sorted: number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? NaN;
}

function print({ name, ms }: Timing): void {
  const sorted = [...ms].sort((a, b) => a - b);
  const [median, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)].map((value) =>
    value.toFixed(1).padStart(9)
  );
  console.log(`${name.padEnd(58)} ${median} ${sorted.length > 1 ? p95 : ''.padStart(9)}  ×${sorted.length}`);
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

async function repeat(name: string, times: number, work: () => unknown): Promise<void> {
  const ms: number[] = [];
  for (let i = 0; i < times; i++) ms.push((await timed(work)).ms);
  print({ name, ms });
}

async function withStore<T>(work: (store: Store, dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
  const store = await openStore(dir);
  try {
    return await work(store, dir);
  } finally {
    store.close();
    await rm(dir, { recursive: true });
  }
}

async function viewOfCampaign(store: Store, code: string, query = ''): Promise<View> {
  const campaign = await store.read((db) => campaigns.find(db, code));
  if (!campaign) throw new Error(`no campaign ${code}`);
  return viewOf(campaign, new URLSearchParams(query)).view;
}

const questions = ['overview', 'byCriterion', 'byProduct', 'byTheme', 'byCorridor'] as const;

async function askAll(db: Db, view: View): Promise<void> {
  for (const question of questions) await attainment[question](db, view);
}

/** The server's part of the overview page: each of its questions, and all on one connection as a request asks them. */
async function benchQuestions(store: Store, label: string, times: number, query = ''): Promise<void> {
  const view = await viewOfCampaign(store, 'v1', query);
  for (const question of questions) {
    await repeat(`${label}: ${question}`, times, () =>
      store.read<unknown>((db) => attainment[question](db, view))
    );
  }
  await repeat(`${label}: all five in turn`, times, () => store.read((db) => askAll(db, view)));
}

async function benchSample(): Promise<void> {
  const cold: number[] = [];
  for (let i = 0; i < 5; i++) {
    await withStore(async (store, dir) => {
      await loadSample(store, 'data/sample');
      store.close();
      const reopened = await openStore(dir);
      const view = await viewOfCampaign(reopened, 'v1');
      cold.push((await timed(() => reopened.read((db) => askAll(db, view)))).ms);
      reopened.close();
    });
  }
  print({ name: 'sample, cold (store just opened): all five in turn', ms: cold });
  await withStore(async (store) => {
    await loadSample(store, 'data/sample');
    await benchQuestions(store, 'sample, warm', 100);
    await benchQuestions(
      store,
      'sample, warm, corridor and exclude',
      100,
      'corridor=Imagerie&unanswered=exclude'
    );
  });
}

async function benchImport(layout: 'long' | 'wide', products: number): Promise<void> {
  const file = answersFile(layout, products);
  const { questionnaire } = readQuestionnaire(importRequest(file).questionnaire ?? file);
  if (!questionnaire) throw new Error('bad questionnaire');
  const label = `import of ${products * criteria} answers, ${layout}`;
  await repeat(`${label}: parse alone`, 3, () => readAnswers(file, questionnaire));
  const whole: number[] = [];
  const stored: number[] = [];
  for (let i = 0; i < 3; i++) {
    await withStore(async (store) => {
      const parse = await timed(() => readAnswers(file, questionnaire));
      const all = await timed(() => importFiles(store, importRequest(file)));
      if (!all.value.stored) throw new Error(JSON.stringify(all.value.issues.slice(0, 3)));
      whole.push(all.ms);
      stored.push(all.ms - parse.ms);
    });
  }
  print({ name: `${label}: store (whole less parse)`, ms: stored });
  print({ name: `${label}: whole`, ms: whole });
}

/** The check before an import of products that the campaign has already, and whose names are many and alike. */
async function benchChecks(products: number): Promise<void> {
  await withStore(async (store) => {
    const asked = importRequest(answersFile('wide', products));
    await importFiles(store, asked);
    const check = () => importFiles(store, { ...asked, dryRun: true });
    await repeat(`check of ${products} products that are there already`, 5, check);
  });
}

async function benchLarge(products: number): Promise<void> {
  await withStore(async (store) => {
    const { ms } = await timed(() => importFiles(store, importRequest(answersFile('wide', products))));
    print({ name: `import of ${products} products, wide: whole`, ms: [ms] });
    await benchQuestions(store, `${products} products`, 3);
  });
}

/** Other edges each time, so that nothing of the answer is in a cache: questions, charts and page. */
function uncachedRoutes(path: string, times: number): string[] {
  return Array.from({ length: times }, (_, i) => `${path}?campaign=v2&lang=fr&bands=${2 + i},70,90`);
}

async function benchPages(): Promise<void> {
  const server = await startServer();
  try {
    for (const path of ['/', '/criteria', '/products']) {
      const fresh = uncachedRoutes(path, 60);
      for (const route of fresh.slice(0, 10)) await page(server, route);
      const ms: number[] = [];
      for (const route of fresh.slice(10)) ms.push((await timed(() => page(server, route))).ms);
      print({ name: `sample, page ${path}: nothing cached, whole request`, ms });
      const again = fresh[10] ?? path;
      await repeat(`sample, page ${path}: figures and drawings cached`, 50, () => page(server, again));
      console.log(
        `sample, page ${path}: ${(gzipped(await page(server, again)) / 1000).toFixed(1)} kB of HTML, gzip`
      );
    }
  } finally {
    await server.stop();
  }
}

async function benchFilters(server: BenchServer, label: string, corridors: string[]): Promise<void> {
  for (const path of ['/', '/criteria', '/products', '/vendors', '/evolution']) {
    const { first, ms } = await filterTimes(server, `${path}?lang=fr`, corridors);
    print({ name: `${label}, ${path}: a filter in place, the first`, ms: [first] });
    print({ name: `${label}, ${path}: a filter in place, tick to last figure`, ms });
  }
}

async function benchSampleFilters(): Promise<void> {
  const server = await startServer();
  const others = ['Officine', 'Médico-social', 'Biologie médicale'];
  const corridors = ['Hôpital', 'Imagerie', ...others, 'Hôpital', 'Imagerie'];
  try {
    await benchFilters(server, 'sample', corridors);
    for (const { path, scripts, html } of await weights(server))
      console.log(
        `${path.padEnd(50)} ${scripts.toFixed(1)} kB of scripts, ${html.toFixed(1)} kB of HTML, gzip`
      );
  } finally {
    await server.stop();
  }
}

async function benchLargeFilters(products: number): Promise<void> {
  const server = await startServer(async (data) => {
    const store = await openStore(data);
    await importFiles(store, importRequest(answersFile('wide', products)));
    store.close();
  });
  const corridors = [0, 1, 2, 3, 4, 0, 1].map((n) => `Couloir ${n}`);
  try {
    await benchFilters(server, `${products} products`, corridors);
  } finally {
    await server.stop();
  }
}

/** Every criterion at its target, every third one mandatory. */
function requirementsOf({ criteria }: LevelTable): Requirement[] {
  return criteria.map(({ code, target }, i) => ({
    ...requirementOf(code, target),
    status: i % 3 === 0 ? ('mandatory' as const) : ('candidate' as const)
  }));
}

/** All that the calibration page says of a scenario, as a browser computes it at each tick. */
async function benchConsequences(store: Store): Promise<void> {
  for (const [label, table, times] of [
    ['sample', await sampleTable(store), 50],
    ['10,000 products, 59 criteria', noise(59, 10_000), 10]
  ] as const) {
    const requirements = requirementsOf(table);
    await repeat(`consequences of a tick, ${label}`, times, () =>
      calibrationView({ table, forms: [] }, 'A', requirements, 'fr')
    );
  }
}

/** The exact test beside a criterion's change, at its dearest: twenty vendors whose differences are all different. */
async function benchSignFlip(): Promise<void> {
  const differences = Array.from({ length: 20 }, (_, i) => Math.sqrt(i + 1));
  await repeat('sign-flip test of 20 different numbers', 10, () => signFlip(differences));
}

/** The widths at which the overview's figures are drawn, by their span of twelve columns (`FigureBlock.svelte`). */
function widthsOf(id: string): number[] {
  if (id === 'products') return [358, 700, 1184];
  return [358, { bands: 778, 'band-change': 374 }[id] ?? 576];
}

/** The server's part of the overview, questions and drawings, of the latest campaign; other edges each time. */
async function benchOverview(store: Store): Promise<void> {
  const campaign = await store.read((db) => campaigns.find(db, 'v2'));
  if (!campaign) throw new Error('no campaign v2');
  const ms = { queries: [] as number[], drawings: [] as number[], both: [] as number[] };
  for (let i = 0; i < 60; i++) {
    const asked = viewOf(campaign, new URLSearchParams(`bands=${2 + i},70,90`));
    const found = await timed(() => overviewReport(store, asked, 'fr'));
    const drawn = await timed(() =>
      found.value.figures.flatMap(({ id, title, drawing }) =>
        drawing ? widthsOf(id).map((width) => drawOnServer(drawing, width, 'fr', title)) : []
      )
    );
    if (i < 10) continue;
    ms.queries.push(found.ms);
    ms.drawings.push(drawn.ms);
    ms.both.push(found.ms + drawn.ms);
  }
  for (const [part, taken] of Object.entries(ms))
    print({ name: `sample, overview, nothing cached: ${part}`, ms: taken });
}

function withSample(bench: (store: Store) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await loadSample(store, 'data/sample');
    await bench(store);
  });
}

/** Every case is one small function; `npm run bench NAME…` runs those whose names begin so. */
const cases: Record<string, () => Promise<void>> = {
  sample: benchSample,
  pages: benchPages,
  filters: benchSampleFilters,
  'large-filters': () => benchLargeFilters(100_000),
  'import-long': () => benchImport('long', 1695),
  'import-wide': () => benchImport('wide', 1695),
  checks: () => benchChecks(5000),
  large: () => benchLarge(100_000),
  reports: () => benchReports([71, 100_000]),
  overview: () => withSample(benchOverview),
  consequences: () => withSample(benchConsequences),
  'sign-flip': benchSignFlip,
  frontier: () => withSample(benchFrontier)
};

const asked = process.argv.slice(2);
console.log(`${''.padEnd(58)} ${'median ms'.padStart(9)} ${'p95 ms'.padStart(9)}`);
for (const [name, run] of Object.entries(cases)) {
  if (asked.length === 0 || asked.some((start) => name.startsWith(start))) await run();
}
