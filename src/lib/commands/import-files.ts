import { combined } from '#lib/ingest/combined.ts';
import { mappingProblems, unusedAnswers } from '#lib/ingest/mapping-problems.ts';
import type { AnswerMapping } from '#lib/ingest/mapping.ts';
import type { InputFile, OpenedFile, ParsedAnswers, ReadOptions } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Accepted, Origin } from '#lib/server/imports.ts';
import * as profiles from '#lib/server/profiles.ts';
import type { Store } from '#lib/server/store.ts';
import { withFilesRead } from './answers-apart.ts';
import { findQuestionnaire } from './import-questionnaire.ts';
import { openFiles } from './open-files.ts';
import type { FileAnswers, ReadingTask } from './read-answers.ts';
import { wholeFile } from './whole-file.ts';
import { qualityOf } from './quality-check.ts';
import { QuestionnaireChanged, storeAll, type Outcome } from './store-answers.ts';

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

export const nothing: Accepted = { vendors: 0, products: 0, answers: 0 };

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

/** The same while what looks odd is still looked for, in a thread of its own; the report is without it. */
type Judged = Omit<Checked, 'quality'> & { quality: Promise<Problem[]> };

async function withJudged<T>(
  store: Store,
  request: ImportRequest,
  work: (judged: Judged) => Promise<T>
): Promise<T> {
  const source = await findQuestionnaire(store, request);
  const mapping = await findMapping(store, request);
  const { questionnaire } = source;
  const first = [...source.problems, ...mapping.problems];
  const quality = Promise.resolve([]);
  if (!questionnaire || !mapping.read || first.some(isError))
    return work({ report: report(request, [], first), questionnaire, parsed: [], quality, isFit: false });
  const asked = { ...request, read: mapping.read };
  const { files, problems } = await openFiles(request.files, mapping.read);
  const given = request.read.answers ?? [];
  return withFilesRead(readingTask(asked, files, questionnaire), (read) => {
    const parsed = read.files;
    const { issues: found, isMistaken } = problemsOf(asked, parsed, questionnaire, given);
    const issues = [...first, ...(request.found ?? []), ...problems, ...found];
    const usable = parsed.some(({ responses }) => responses.length > 0);
    const isFit = usable && !isMistaken && (!issues.some(isError) || request.partial);
    return work({
      report: report(request, parsed, issues),
      asked: { ...asked, files },
      questionnaire,
      parsed,
      quality: isFit ? qualityOf(store, request.campaign, read) : quality,
      isFit
    });
  });
}

async function judgement(judged: Judged): Promise<Checked> {
  const quality = await judged.quality;
  const issues = [...judged.report.issues, ...quality];
  return { ...judged, quality, report: { ...judged.report, issues } };
}

/** Reads the files against the campaign's questionnaire and stores nothing. All problems of all files are reported at once. */
export function checkFiles(store: Store, request: ImportRequest): Promise<Checked> {
  return withJudged(store, request, judgement);
}

/**
 * Reads the files and, unless there is an error or only a check was asked, stores them as one import. With `partial`,
 * products without an error are stored although others have some; a mapping that speaks of what does not exist is
 * refused all the same.
 */
export function importFiles(store: Store, request: ImportRequest): Promise<ImportReport> {
  return withJudged(store, request, async (judged) => {
    const { asked, questionnaire, isFit } = judged;
    if (!isFit || !asked || !questionnaire || request.dryRun) return (await judgement(judged)).report;
    const checked = judgement(judged);
    const warnings = async () => warningsIn(await checked);
    const stored = store.write(
      (db) => storeAll(db, asked, questionnaire, judged.parsed, warnings),
      ({ confinedTo }) => confinedTo
    );
    const [{ report: said, quality }, outcome] = await Promise.all([checked, unlessChanged(stored)]);
    return outcome ? reportOf(request, said, quality, outcome) : refusal(request, said);
  });
}

function warningsIn({ report }: Checked): number {
  return report.issues.filter((problem) => !isError(problem)).length;
}

/** Undefined where another import gave the campaign another questionnaire meanwhile. */
async function unlessChanged(stored: Promise<Outcome>): Promise<Outcome | undefined> {
  try {
    return await stored;
  } catch (error) {
    if (error instanceof QuestionnaireChanged) return undefined;
    throw error;
  }
}

function refusal({ campaign }: ImportRequest, checked: ImportReport): ImportReport {
  return { ...checked, issues: [...checked.issues, wholeFile('questionnaire_differs', '', campaign)] };
}

function reportOf(
  request: ImportRequest,
  checked: ImportReport,
  quality: Problem[],
  { accepted, repeated, id }: Outcome
): ImportReport {
  const isOfRepeated = (problem: Problem) => quality.includes(problem) && repeated.includes(problem.file);
  const warnings = repeated.map((name) => wholeFile('already_imported', name));
  const profileSaved = request.saveProfile !== undefined;
  const issues = [...checked.issues.filter((problem) => !isOfRepeated(problem)), ...warnings];
  return { ...checked, stored: accepted.products > 0, accepted, issues, profileSaved, id };
}
