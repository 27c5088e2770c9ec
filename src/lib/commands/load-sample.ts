import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readExpected } from '#lib/ingest/expected.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Status } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as sample from '#lib/server/sample.ts';
import type { Store } from '#lib/server/store.ts';
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
  if (!report.stored) throw new Error(`sample refused: ${JSON.stringify(report.issues.slice(0, 3))}`);
  const { expected } = readExpected(await load(dir, campaign.expected));
  await store.write(async (db) => {
    const { id } = (await campaigns.find(db, campaign.code)) ?? {};
    if (id === undefined) return;
    await campaigns.describe(db, id, campaign);
    await expectedProducts.update(db, id, expected);
  });
}

/** Loads the sample campaigns in `dir` into a store that nobody has used yet. */
export async function loadSample(store: Store, dir: string): Promise<void> {
  if (!(await store.read(sample.isWanted))) return;
  const list = JSON.parse(await readFile(path.join(dir, 'campaigns.json'), 'utf8')) as SampleCampaign[];
  for (const campaign of list) await loadCampaign(store, dir, campaign);
}
