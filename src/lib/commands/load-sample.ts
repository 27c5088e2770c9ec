import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readExpected } from '#lib/ingest/expected.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign, Status } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as sample from '#lib/server/sample.ts';
import type { Store } from '#lib/server/store.ts';
import { importAudits } from './import-audits.ts';
import { importComments } from './import-comments.ts';
import { importScenario } from './import-scenario.ts';
import { importFiles } from './import-files.ts';

interface SampleCampaign {
  code: string;
  name: string;
  opened: string;
  closed: string;
  status: Status;
  questionnaire: string;
  answers: string;
  expected: string;
  /** What stakeholders said, where there was a consultation. */
  comments?: string;
  /** What auditors found, and the map of their controls. */
  audits?: string;
  controls?: string;
  /** Sets of requirements under study. */
  scenarios?: { name: string; file: string }[];
}

async function load(dir: string, name: string): Promise<InputFile> {
  return { name, bytes: new Uint8Array(await readFile(path.join(dir, name))) };
}

async function loadCampaign(store: Store, dir: string, campaign: SampleCampaign): Promise<void> {
  const report = await importFiles(store, {
    campaign: campaign.code,
    campaignName: campaign.name,
    questionnaire: await load(dir, campaign.questionnaire),
    files: [await load(dir, campaign.answers)],
    partial: false,
    dryRun: false,
    read: {},
    origin: 'sample'
  });
  expectStored(report);
  const { expected } = readExpected(await load(dir, campaign.expected));
  const stored = await store.write(async (db) => {
    const found = await campaigns.find(db, campaign.code);
    if (!found) throw new Error(`sample lost: ${campaign.code}`);
    await campaigns.describe(db, found.id, campaign);
    await expectedProducts.update(db, found.id, expected);
    return found;
  });
  await loadDialogue(store, dir, stored, campaign);
  await loadScenarios(store, dir, stored, campaign);
}

async function loadDialogue(
  store: Store,
  dir: string,
  campaign: Campaign,
  { comments, audits, controls }: SampleCampaign
): Promise<void> {
  const asked = { campaign, origin: 'sample' as const };
  if (comments !== undefined) expectStored(await importComments(store, asked, await load(dir, comments)));
  if (audits === undefined || controls === undefined) return;
  const files = { controls: await load(dir, controls), forms: await load(dir, audits) };
  expectStored(await importAudits(store, asked, files));
}

async function loadScenarios(
  store: Store,
  dir: string,
  campaign: Campaign,
  { scenarios = [] }: SampleCampaign
): Promise<void> {
  for (const { name, file } of scenarios) {
    const report = await importScenario(store, { campaign, name, origin: 'sample' }, await load(dir, file));
    if (typeof report === 'string') throw new Error(`sample refused: ${report}`);
    expectStored(report);
  }
}

function expectStored({ stored, issues }: { stored: boolean; issues: Problem[] }): void {
  if (!stored) throw new Error(`sample refused: ${JSON.stringify(issues.slice(0, 3))}`);
}

/** Loads the sample campaigns in `dir` into a store that nobody has used yet. */
export async function loadSample(store: Store, dir: string): Promise<void> {
  if (!(await store.read(sample.isWanted))) return;
  const list = JSON.parse(await readFile(path.join(dir, 'campaigns.json'), 'utf8')) as SampleCampaign[];
  for (const campaign of list) await loadCampaign(store, dir, campaign);
}
