import type { FieldFile, ReadFields } from '#lib/ingest/field-rows.ts';
import { readScenario } from '#lib/ingest/scenario.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { countLines, type RequirementCounts } from '#lib/maturity/requirement-counts.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { obligationsLeftOut } from '#lib/maturity/starting-points.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { hasError } from './dialogue-import.ts';
import { openFile } from './open-files.ts';

/** What became of a scenario's file; all problems at once, and nothing stored where one is an error. */
export interface ScenarioReport {
  campaign: string;
  name: string;
  stored: boolean;
  file: { name: string } & ReadFields;
  requirements: RequirementCounts;
  issues: Problem[];
  /** Codes of the criteria that the law already requires and that the scenario does not make mandatory. */
  obligationsLeftOut: string[];
}

export interface ScenarioRequest {
  campaign: Campaign;
  name: string;
  by?: string | undefined;
  /** By default the file's name. */
  origin?: string;
}

/**
 * Reads a scenario and keeps it under its name, as a further state of the scenario that has this name; a refusal says why
 * it can't be.
 */
export async function importScenario(
  store: Store,
  request: ScenarioRequest,
  file: InputFile
): Promise<ScenarioReport | scenarios.ScenarioRefusal> {
  const { campaign, name } = request;
  const { criteria } = await questionnaires.known(store, campaign.questionnaireId);
  const read = readScenario(await openFile(file), criteria);
  const refusal = hasError(read.problems) ? undefined : await keep(store, request, file, read);
  if (refusal) return refusal;
  const stored = !hasError(read.problems);
  return {
    campaign: campaign.code,
    name,
    stored,
    file: { name: file.name, ...read.recognised },
    requirements: countLines(stored ? read.rows : []),
    issues: read.problems,
    obligationsLeftOut: stored ? obligationsLeftOut(criteria, read.rows).map(({ code }) => code) : []
  };
}

function keep(
  store: Store,
  { campaign, name, by, origin }: ScenarioRequest,
  file: InputFile,
  { rows }: FieldFile<Requirement>
): Promise<scenarios.ScenarioRefusal | undefined> {
  const act = { by, origin: origin ?? `file:${file.name}` };
  return store.write(async (db) => {
    const known = await scenarios.find(db, campaign.id, name);
    if (known) return scenarios.update(db, known.id, rows, act);
    const made = await scenarios.create(db, { campaignId: campaign.id, name, requirements: rows, ...act });
    return typeof made === 'string' ? made : undefined;
  });
}
