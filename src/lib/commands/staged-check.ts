import { createHash } from 'node:crypto';
import { repairOf, type Repair } from '#lib/ingest/repairs.ts';
import type { ReadColumn, Recognised } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as changes from '#lib/server/changes.ts';
import type { Changes } from '#lib/server/changes.ts';
import { identifyBy, type IdentifiedResponse } from '#lib/server/identify.ts';
import * as profiles from '#lib/server/profiles.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as renamedResponses from '#lib/server/renamed-responses.ts';
import * as staging from '#lib/server/staging.ts';
import type { Upload } from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { checkFiles, type Checked, type ImportRequest } from './import-files.ts';
import { openFile } from './open-files.ts';
import { noChoices, type Choices } from './staged-choices.ts';
import { filesOf, openedAnswers, saidOf, shapeOf, type StagedInput } from './staged-files.ts';
import { unexplained, type UnexplainedAnswer } from './unexplained.ts';

/** A file as it was read, with its place in the upload and that of its shape. */
export interface CheckedFile {
  place: number;
  shape: number;
  recognised: Recognised;
}

/** The files of one set of headings, whose columns are explained together. */
export interface CheckedShape {
  key: string;
  columns: ReadColumn[];
  layout: Recognised['layout'];
  /** Names of the mappings saved for such files. */
  profiles: string[];
}

/** Problems of one kind: how many, and the first ones with what might be meant. */
export interface ProblemGroup {
  code: Problem['code'];
  severity: Problem['severity'];
  count: number;
  first: { problem: Problem; repair?: Repair | undefined }[];
}

/** What a check of staged files says. It holds no answers, so that it can be kept for a while. */
export interface StagedCheck {
  /** Changes with what was said of the files; a form that was made for another one is not acted upon. */
  token: string;
  isNew: boolean;
  questionnaire?: Questionnaire | undefined;
  files: CheckedFile[];
  shapes: CheckedShape[];
  answers: UnexplainedAnswer[];
  changes: Changes;
  accepted: { products: number; vendors: number };
  rejected: { products: number; rows: number };
  problems: ProblemGroup[];
  /** Whether all, or at least the products without error, may be imported. */
  isFit: boolean;
  isPartlyFit: boolean;
}

const firstProblems = 10;
const choicesNote = 'choices.json';

export async function choicesOf(dir: string, id: string): Promise<Choices> {
  return (await staging.note<Choices>(dir, id, choicesNote)) ?? noChoices;
}

export function saveChoices(dir: string, id: string, choices: Choices): Promise<void> {
  return staging.update(dir, id, choicesNote, choices);
}

export function tokenOf(choices: Choices): string {
  return createHash('sha256').update(JSON.stringify(choices)).digest('hex').slice(0, 16);
}

/** The import that an upload asks for, with what was said of it, and the shape of each of its files. */
export interface StagedRequest {
  request: ImportRequest;
  inputs: StagedInput[];
  shapes: string[];
}

export async function stagedRequest(store: Store, upload: Upload, choices: Choices): Promise<StagedRequest> {
  const { dir } = store;
  const { files: inputs, problems: found } = await openedAnswers(dir, upload, choices);
  const [questionnaire] = filesOf(dir, upload, 'questionnaire').slice(-1);
  const questionnaireOf = (choices.questionnaireOf ?? upload.questionnaireOf) || undefined;
  const request: ImportRequest = {
    campaign: upload.campaign,
    campaignName: upload.campaignName || undefined,
    questionnaire,
    questionnaireOf,
    files: inputs,
    found,
    partial: false,
    dryRun: true,
    read: {},
    origin: 'page'
  };
  const known = await questionnaireFor(store, request);
  const shapes = inputs.map((file) => (known ? shapeOf(file, known, choices.files[file.place] ?? {}) : ''));
  const readOf = inputs.map(({ place }, i) => saidOf(choices, place, shapes[i] ?? ''));
  return { request: { ...request, readOf }, inputs, shapes };
}

/** The questionnaire by which headings are told; what is wrong with it is for the check to say. */
async function questionnaireFor(store: Store, request: ImportRequest): Promise<Questionnaire | undefined> {
  const { campaign, questionnaire, questionnaireOf = '' } = request;
  if (questionnaire) return readQuestionnaire(await openFile(questionnaire)).questionnaire;
  return store.read(async (db) => {
    const found = (await campaigns.find(db, campaign)) ?? (await campaigns.find(db, questionnaireOf));
    return found && questionnaires.read(db, found.questionnaireId);
  });
}

/** Checks an upload with what was said of it; nothing is stored. */
export async function checkStaged(store: Store, upload: Upload): Promise<StagedCheck> {
  const choices = await choicesOf(store.dir, upload.id);
  const token = tokenOf(choices);
  return cached(store, `staged ${upload.id} ${token}`, () => check(store, upload, choices, token));
}

async function check(store: Store, upload: Upload, choices: Choices, token: string): Promise<StagedCheck> {
  const { request, inputs, shapes } = await stagedRequest(store, upload, choices);
  const checked = await checkFiles(store, request);
  const { report, questionnaire, parsed, isFit } = checked;
  const keys = [...new Set(shapes)];
  const incoming = await identified(store, parsed);
  const campaign = await store.read((db) => campaigns.find(db, upload.campaign));
  return {
    token,
    isNew: !campaign,
    questionnaire,
    files: parsed.map(({ recognised }, i) => ({
      place: inputs[i]?.place ?? 0,
      shape: keys.indexOf(shapes[i] ?? ''),
      recognised
    })),
    shapes: await checkedShapes(store, keys, shapes, checked),
    answers: questionnaire ? unexplained(questionnaire, parsed, choices.answers) : [],
    changes: await store.read((db) => changes.read(db, campaign?.id, incoming)),
    accepted: counted(incoming),
    rejected: report.rejected,
    problems: groups(report.issues, questionnaire),
    isFit,
    isPartlyFit: !isFit && incoming.length > 0 && !report.issues.some(isOfNoFile)
  };
}

async function identified(store: Store, parsed: Checked['parsed']) {
  const all = parsed.flatMap((file) => file.responses);
  const names = await store.read((db) => renamedResponses.resolve(db, all));
  return all.map(identifyBy(names));
}

function counted(incoming: IdentifiedResponse[]) {
  return {
    products: new Set(incoming.map(({ productId }) => productId)).size,
    vendors: new Set(incoming.map(({ vendorKey }) => vendorKey)).size
  };
}

/** A mapping that speaks of what does not exist is refused even in part. */
function isOfNoFile({ severity, file }: Problem): boolean {
  return severity === 'error' && file === '';
}

function checkedShapes(store: Store, keys: string[], shapes: string[], { parsed }: Checked) {
  return store.read((db) =>
    Promise.all(
      keys.map(async (key): Promise<CheckedShape> => {
        const first = parsed[shapes.indexOf(key)]?.recognised;
        return {
          key,
          columns: first?.columns ?? [],
          layout: first?.layout ?? null,
          profiles: await profiles.namesFor(db, key)
        };
      })
    )
  );
}

/** Errors before warnings, the most frequent first. */
function groups(problems: Problem[], questionnaire: Questionnaire | undefined): ProblemGroup[] {
  const found = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const { code, severity } = problem;
    const group = found.get(severity + code) ?? { code, severity, count: 0, first: [] };
    group.count++;
    if (group.first.length < firstProblems)
      group.first.push({ problem, repair: questionnaire && repairOf(problem, questionnaire) });
    found.set(severity + code, group);
  }
  const rank = ({ severity }: ProblemGroup) => (severity === 'error' ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** Every problem of an upload, for the download. */
export async function allProblems(store: Store, upload: Upload) {
  const { request } = await stagedRequest(store, upload, await choicesOf(store.dir, upload.id));
  const { report, questionnaire } = await checkFiles(store, request);
  return report.issues.map((problem) => ({
    problem,
    repair: questionnaire && repairOf(problem, questionnaire)
  }));
}
