import { combined } from '#lib/ingest/combined.ts';
import { shapeOfColumns } from '#lib/ingest/file-shape.ts';
import { mappingProblems, unusedAnswers } from '#lib/ingest/mapping-problems.ts';
import type { AnswerMapping } from '#lib/ingest/mapping.ts';
import type { InputFile, OpenedFile, ParsedAnswers, ReadOptions } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import type { Accepted, Origin } from '#lib/server/imports.ts';
import * as profiles from '#lib/server/profiles.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as renamedResponses from '#lib/server/renamed-responses.ts';
import * as responses from '#lib/server/responses.ts';
import { identifyBy, type IdentifiedResponse } from '#lib/server/identify.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { withFilesRead } from './answers-apart.ts';
import { importDetails, withoutFiles } from './import-details.ts';
import { findQuestionnaire, storedQuestionnaire } from './import-questionnaire.ts';
import { openFiles } from './open-files.ts';
import type { FileAnswers, ReadingTask } from './read-answers.ts';
import { wholeFile } from './whole-file.ts';
import { qualityOf } from './quality-check.ts';

/** What a person asks when importing, by page or command line. */
export interface ImportRequest {
  campaign: string;
  campaignName?: string;
  questionnaire?: InputFile;
  /** Code of the campaign whose questionnaire the new one shares. */
  questionnaireOf?: string;
  /** As uploaded, or opened before. */
  files: OpenedFile[];
  /** What is to be said of files that were opened before. */
  found?: Problem[];
  /** Keep the valid products of a file with errors. */
  partial: boolean;
  /** Validate only. */
  dryRun: boolean;
  /** What a person says of the files: which column holds what, what an answer means, encoding, delimiter. */
  read: ReadOptions;
  /** What is said of single files besides, by their place. */
  readOf?: ReadOptions[];
  /** Name of a saved mapping; what `read` says wins. */
  profile?: string;
  /** Name under which the mapping is saved, the profile's part included, once the answers are stored. */
  saveProfile?: string;
  /** Further mappings to save with the answers. */
  profiles?: profiles.Profile[];
  origin: Origin;
  /** Who imports, as the history shows it. */
  by?: string;
}

/** The outcome; nothing is stored unless `stored`. */
export interface ImportReport {
  campaign: string;
  stored: boolean;
  files: ParsedAnswers['recognised'][];
  accepted: Accepted;
  rejected: { products: number; rows: number };
  issues: Problem[];
  /** Whether the mapping was saved as asked: with the answers, or where all of them were stored before. */
  profileSaved: boolean;
  /** The import's id in the history, where something was stored. */
  id?: number;
}

const nothing: Accepted = { vendors: 0, products: 0, answers: 0 };

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

interface Outcome {
  accepted: Accepted;
  repeated: string[];
  id?: number;
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

class QuestionnaireChanged extends Error {}

/** One transaction: questionnaire and campaign where new, import, responses, what is then in force, the profile. */
async function storeAll(
  db: Db,
  request: ImportRequest,
  questionnaire: Questionnaire,
  parsed: FileAnswers[],
  warnings: number
): Promise<Outcome> {
  const current = await storedQuestionnaire(db, request.campaign);
  if (current && questionnaires.digest(current) !== questionnaires.digest(questionnaire))
    throw new QuestionnaireChanged();
  const known = await campaigns.find(db, request.campaign);
  const { fresh, repeated } = await splitRepeated(db, known?.id, parsed);
  for (const profile of profilesToSave(request, parsed)) await profiles.update(db, profile);
  if (fresh.length === 0) return { accepted: nothing, repeated };
  const campaignId = await campaignFor(db, request, questionnaire);
  const details = withoutFiles(importDetails(request, parsed, warnings), repeated);
  const id = await imports.create(db, campaignId, {
    files: details.sources.map(({ name }) => name),
    origin: request.origin,
    by: request.by,
    details,
    all: fresh
  });
  return { accepted: imports.count(fresh), repeated, id };
}

/** A mapping said of all files belongs to a shape where they have one in common. */
function profilesToSave(request: ImportRequest, parsed: ParsedAnswers[]): profiles.Profile[] {
  const { saveProfile, profiles: further = [], read } = request;
  if (saveProfile === undefined) return further;
  const shapes = new Set(parsed.map(({ recognised }) => shapeOfColumns(recognised.columns)));
  const [shape] = shapes.size === 1 ? shapes : [];
  return [...further, { name: saveProfile, mapping: read, shape }];
}

function report(request: ImportRequest, parsed: ParsedAnswers[], issues: Problem[]): ImportReport {
  const rejected = (what: 'products' | 'rows') => parsed.reduce((sum, file) => sum + file.rejected[what], 0);
  return {
    campaign: request.campaign.trim(),
    stored: false,
    files: parsed.map(({ recognised }) => recognised),
    accepted: nothing,
    rejected: { products: rejected('products'), rows: rejected('rows') },
    issues,
    profileSaved: false
  };
}

/** The mapping to read with; undefined where the profile asked for does not exist, and a problem that names those that do. */
async function findMapping(
  store: Store,
  request: ImportRequest
): Promise<{ read?: ReadOptions; problems: Problem[] }> {
  const { profile, read } = request;
  if (profile === undefined) return { read, problems: [] };
  const saved = await store.read((db) => profiles.find(db, profile));
  if (saved) return { read: combined(saved, read), problems: [] };
  const known = await store.read(profiles.names);
  const problem = { ...wholeFile('unknown_profile', '', profile), detail: { known: known.join(', ') } };
  return { problems: [problem] };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Whether this report means that the request was refused. */
export function isRefused(report: ImportReport): boolean {
  return !report.stored && report.issues.some(isError);
}

/** Whether a file's rows were read, which needs columns for product and vendor. */
function hasRowsRead({ recognised }: ParsedAnswers): boolean {
  return ['product', 'vendor'].every((field) => recognised.matched.some((match) => match.field === field));
}

/** Each file with what was said of all and of it. */
function readingTask(request: ImportRequest, files: OpenedFile[], questionnaire: Questionnaire): ReadingTask {
  const { read, readOf = [] } = request;
  return { files, questionnaire, options: files.map((_, i) => combined(read, readOf[i] ?? {})) };
}

/**
 * What is to be said of the files that were read, with the mapping held against the questionnaire and the files
 * together. A profile may explain answers that these files don't give; what was said beside it (`given`) is there for
 * them.
 */
function problemsOf(
  { read, readOf = [] }: ImportRequest,
  parsed: FileAnswers[],
  questionnaire: Questionnaire,
  given: AnswerMapping[]
) {
  const used = parsed.flatMap(({ recognised }) => recognised.answers);
  const mapping = mappingProblems(questionnaire, readOf.reduce(combined, read));
  const unused = parsed.every(hasRowsRead) ? unusedAnswers(questionnaire, given, used) : [];
  return {
    issues: [...mapping, ...parsed.flatMap(({ problems }) => problems), ...unused],
    isMistaken: mapping.length > 0
  };
}

/** What a check of the files says, with all that is needed to store them. */
export interface Checked {
  report: ImportReport;
  /** The request with the profile's mapping in it; absent, like the next, where the files could not be read for want of either. */
  asked?: ImportRequest;
  questionnaire?: Questionnaire;
  parsed: FileAnswers[];
  /** The warnings on how these answers look beside each other and the campaign's; part of the report's. */
  quality: Problem[];
  /** Whether the files may be stored as asked. */
  isFit: boolean;
}

/** Reads the files against the campaign's questionnaire and stores nothing. All problems of all files are reported at once. */
export async function checkFiles(store: Store, request: ImportRequest): Promise<Checked> {
  const source = await findQuestionnaire(store, request);
  const mapping = await findMapping(store, request);
  const { questionnaire } = source;
  const first = [...source.problems, ...mapping.problems];
  if (!questionnaire || !mapping.read || first.some(isError))
    return { report: report(request, [], first), questionnaire, parsed: [], quality: [], isFit: false };
  const asked = { ...request, read: mapping.read };
  const { files, problems } = await openFiles(request.files, mapping.read);
  const given = request.read.answers ?? [];
  return withFilesRead(readingTask(asked, files, questionnaire), async (read) => {
    const parsed = read.files;
    const { issues: found, isMistaken } = problemsOf(asked, parsed, questionnaire, given);
    const issues = [...first, ...(request.found ?? []), ...problems, ...found];
    const usable = parsed.some(({ responses }) => responses.length > 0);
    const isFit = usable && !isMistaken && (!issues.some(isError) || request.partial);
    const quality = isFit ? await qualityOf(store, request.campaign, read) : [];
    return {
      report: report(request, parsed, [...issues, ...quality]),
      asked: { ...asked, files },
      questionnaire,
      parsed,
      quality,
      isFit
    };
  });
}

/**
 * Reads the files and, unless there is an error or only a check was asked, stores them as one import. With `partial`,
 * products without an error are stored although others have some; a mapping that speaks of what does not exist is
 * refused all the same.
 */
export async function importFiles(store: Store, request: ImportRequest): Promise<ImportReport> {
  const { report: checked, asked, questionnaire, parsed, quality, isFit } = await checkFiles(store, request);
  if (!isFit || !asked || !questionnaire || request.dryRun) return checked;
  try {
    const count = checked.issues.filter((problem) => !isError(problem)).length;
    const { accepted, repeated, id } = await store.write((db) =>
      storeAll(db, asked, questionnaire, parsed, count)
    );
    const isOfRepeated = (problem: Problem) => quality.includes(problem) && repeated.includes(problem.file);
    const warnings = repeated.map((name) => wholeFile('already_imported', name));
    const profileSaved = request.saveProfile !== undefined;
    const issues = [...checked.issues.filter((problem) => !isOfRepeated(problem)), ...warnings];
    return { ...checked, stored: accepted.products > 0, accepted, issues, profileSaved, id };
  } catch (error) {
    if (!(error instanceof QuestionnaireChanged)) throw error;
    const issues = [...checked.issues, wholeFile('questionnaire_differs', '', request.campaign)];
    return { ...checked, issues };
  }
}
