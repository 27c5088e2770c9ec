import { shapeOfColumns } from '#lib/ingest/file-shape.ts';
import type { ParsedAnswers } from '#lib/ingest/types.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { identifyBy, type IdentifiedResponse } from '#lib/server/identify.ts';
import * as imports from '#lib/server/imports.ts';
import type { Accepted } from '#lib/server/imports.ts';
import * as profiles from '#lib/server/profiles.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as renamedResponses from '#lib/server/renamed-responses.ts';
import * as responses from '#lib/server/responses.ts';
import type { Db } from '#lib/server/sql.ts';
import { importDetails, withoutFiles } from './import-details.ts';
import { nothing, type ImportRequest } from './import-files.ts';
import { storedQuestionnaire } from './import-questionnaire.ts';
import type { FileAnswers } from './read-answers.ts';

async function campaignFor(db: Db, request: ImportRequest, questionnaire: Questionnaire): Promise<number> {
  const campaign = await campaigns.find(db, request.campaign);
  if (!campaign) {
    const questionnaireId = await questionnaires.create(db, questionnaire);
    return campaigns.create(db, {
      code: request.campaign,
      name: request.campaignName ?? '',
      questionnaireId
    });
  }
  if (request.campaignName) await campaigns.describe(db, campaign.id, { name: request.campaignName });
  return campaign.id;
}

/** What came of storing. */
export interface Outcome {
  accepted: Accepted;
  repeated: string[];
  id?: number;
  /** The campaign whose answers alone were touched; absent where others may have been. */
  confinedTo?: number;
}

/** Sets the files apart that say nothing new, to the store or beside the files before them. */
async function splitRepeated(db: Db, campaign: number | undefined, parsed: FileAnswers[]) {
  const fresh: IdentifiedResponse[] = [];
  const repeated: string[] = [];
  const names = await renamedResponses.resolve(
    db,
    parsed.flatMap((file) => file.responses)
  );
  for (const file of parsed) {
    const identified = file.responses.map(identifyBy(names));
    if (await isRepeated(db, campaign, identified, fresh)) repeated.push(file.recognised.name);
    else for (const response of identified) fresh.push(response);
  }
  return { fresh, repeated };
}

async function isRepeated(
  db: Db,
  campaign: number | undefined,
  identified: IdentifiedResponse[],
  before: IdentifiedResponse[]
): Promise<boolean> {
  if (identified.length === 0) return false;
  if (responses.areRepeated(identified, before)) return true;
  const replaced = new Set(before.map(({ productId }) => productId));
  const isBeside = identified.some(({ productId }) => replaced.has(productId));
  return !isBeside && campaign !== undefined && responses.areKnown(db, campaign, identified);
}

/** Thrown where another import gave the campaign another questionnaire meanwhile. */
export class QuestionnaireChanged extends Error {}

/**
 * One transaction: questionnaire and campaign where new, import, responses, what is then in force, the profile. Warnings
 * may be counted meanwhile.
 */
export async function storeAll(
  db: Db,
  request: ImportRequest,
  questionnaire: Questionnaire,
  parsed: FileAnswers[],
  warnings: () => Promise<number>
): Promise<Outcome> {
  const current = await storedQuestionnaire(db, request.campaign);
  if (current && questionnaires.digest(current) !== questionnaires.digest(questionnaire))
    throw new QuestionnaireChanged();
  const known = await campaigns.find(db, request.campaign);
  const { fresh, repeated } = await splitRepeated(db, known?.id, parsed);
  for (const profile of profilesToSave(request, parsed)) await profiles.update(db, profile);
  if (fresh.length === 0) return { accepted: nothing, repeated };
  const campaignId = await campaignFor(db, request, questionnaire);
  const files = parsed.map(({ recognised }) => recognised.name).filter((name) => !repeated.includes(name));
  const details = async () => withoutFiles(importDetails(request, parsed, await warnings()), repeated);
  const id = await imports.create(db, campaignId, {
    files,
    origin: request.origin,
    by: request.by,
    details,
    all: fresh
  });
  // what is remade of names that were merged or renamed reaches every campaign
  const isConfined = known !== undefined && !(await renamedResponses.areSome(db));
  return { accepted: imports.count(fresh), repeated, id, ...(isConfined ? { confinedTo: campaignId } : {}) };
}

/** A mapping said of all files belongs to a shape where they have one in common. */
function profilesToSave(request: ImportRequest, parsed: ParsedAnswers[]): profiles.Profile[] {
  const { saveProfile, profiles: further = [], read } = request;
  if (saveProfile === undefined) return further;
  const shapes = new Set(parsed.map(({ recognised }) => shapeOfColumns(recognised.columns)));
  const [shape] = shapes.size === 1 ? shapes : [];
  return [...further, { name: saveProfile, mapping: read, shape }];
}
