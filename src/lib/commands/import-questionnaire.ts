import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import type { InputFile, OpenedFile } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { openFile } from './open-files.ts';
import { wholeFile } from './whole-file.ts';

interface Asked {
  campaign: string;
  questionnaire?: InputFile;
  questionnaireOf?: string;
}

/** A questionnaire, or why there is none. */
interface Source {
  questionnaire?: Questionnaire;
  problems: Problem[];
}

/** A campaign's own; undefined where there is no such campaign. */
export async function storedQuestionnaire(db: Db, code: string): Promise<Questionnaire | undefined> {
  const campaign = await campaigns.find(db, code);
  return campaign && questionnaires.read(db, campaign.questionnaireId);
}

/** The questionnaire against which the files are read: the campaign's own, else the one given or shared. */
export async function findQuestionnaire(store: Store, request: Asked): Promise<Source> {
  const own = await store.read((db) => storedQuestionnaire(db, request.campaign));
  if (request.questionnaire) return givenQuestionnaire(await openFile(request.questionnaire), request, own);
  if (request.questionnaireOf !== undefined) return sharedQuestionnaire(store, request, own);
  if (own) return { questionnaire: own, problems: [] };
  return { problems: [wholeFile('missing_questionnaire', '', request.campaign)] };
}

async function sharedQuestionnaire(
  store: Store,
  { campaign, questionnaireOf = '' }: Asked,
  own: Questionnaire | undefined
): Promise<Source> {
  const shared = await store.read((db) => storedQuestionnaire(db, questionnaireOf));
  if (!shared) return { problems: [wholeFile('unknown_campaign', '', questionnaireOf)] };
  const problems = isAnother(own, shared) ? [wholeFile('questionnaire_differs', '', campaign)] : [];
  return { questionnaire: shared, problems };
}

function isAnother(own: Questionnaire | undefined, given: Questionnaire): boolean {
  return own !== undefined && questionnaires.digest(own) !== questionnaires.digest(given);
}

function givenQuestionnaire(file: OpenedFile, request: Asked, own: Questionnaire | undefined): Source {
  const parsed = readQuestionnaire(file);
  if (!parsed.questionnaire || !isAnother(own, parsed.questionnaire)) return parsed;
  return { problems: [...parsed.problems, wholeFile('questionnaire_differs', file.name, request.campaign)] };
}
