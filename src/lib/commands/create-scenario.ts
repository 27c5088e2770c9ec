import type { InputFile } from '#lib/ingest/types.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { scenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { fromTargets } from '#lib/maturity/starting-points.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { ScenarioRefusal } from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { importScenario } from './import-scenario.ts';
import type { FieldIssue } from './save-scenario.ts';

/** A scenario to be made: from a file, else from the scenario named, else from the questionnaire's targets. */
export interface AskedCreation {
  campaign: Campaign;
  name: string;
  by?: string | undefined;
  from?: string | undefined;
  file?: InputFile | undefined;
  locale: Locale;
}

export type Creation = { name: string } | { refusal?: string; issues: FieldIssue[] };

/** What a new scenario begins with; undefined where there is no scenario of that name. */
export async function startingPoint(
  db: Db,
  campaign: Campaign,
  from: string | undefined
): Promise<{ requirements: Requirement[]; origin: string } | undefined> {
  if (!from) {
    const { criteria } = await questionnaires.read(db, campaign.questionnaireId);
    return { requirements: fromTargets(criteria), origin: 'targets' };
  }
  const other = await scenarios.find(db, campaign.id, from);
  return other && { requirements: other.requirements, origin: `scenario:${other.name}` };
}

/** Makes a scenario that begins with another's lines, or with every target; its id, or why there is none. */
export function createFrom(
  store: Store,
  { campaign, name, by, from }: Omit<AskedCreation, 'locale'>
): Promise<number | ScenarioRefusal> {
  return store.write(async (db) => {
    const start = await startingPoint(db, campaign, from);
    return start ? scenarios.create(db, { campaignId: campaign.id, name, by, ...start }) : 'unknown_scenario';
  });
}

function notMade(refusal: ScenarioRefusal, locale: Locale): Creation {
  return { refusal: scenarioRefusal(refusal, locale), issues: [] };
}

/** A file may not take the place of a scenario that is there, as it may on the command line. */
async function fromFile(
  store: Store,
  { campaign, name, by, locale }: AskedCreation,
  file: InputFile
): Promise<Creation> {
  if (name === '') return notMade('no_name', locale);
  if (await store.read((db) => scenarios.find(db, campaign.id, name))) return notMade('name_taken', locale);
  const report = await importScenario(store, { campaign, name, by }, file);
  if (typeof report === 'string') return notMade(report, locale);
  if (report.stored) return { name };
  const issues = report.issues.map((problem) => ({
    where: [problem.file, problem.line ?? '', problem.column ?? ''].join(' ').trim(),
    message: problemMessage(problem, locale)
  }));
  return { issues };
}

/** Makes a scenario as the page asks; its name, or all that is wrong. */
export async function createScenario(store: Store, asked: AskedCreation): Promise<Creation> {
  if (asked.file) return fromFile(store, asked, asked.file);
  const made = await createFrom(store, asked);
  return typeof made === 'string' ? notMade(made, asked.locale) : { name: asked.name };
}
