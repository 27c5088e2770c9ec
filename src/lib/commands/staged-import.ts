import type { AnswerMapping } from '#lib/ingest/mapping.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { combined } from '#lib/ingest/combined.ts';
import * as profiles from '#lib/server/profiles.ts';
import type { Profile } from '#lib/server/profiles.ts';
import * as staging from '#lib/server/staging.ts';
import type { Upload } from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { importFiles, isRefused } from './import-files.ts';
import { checkStaged, choicesOf, saveChoices, stagedRequest, tokenOf } from './staged-check.ts';
import type { Choices, ColumnChoices, FileChoices } from './staged-choices.ts';

/** What became of an upload that was confirmed. It stays until the upload's time is over, for those who come back. */
export interface StagedOutcome {
  campaign: string;
  /** The import in the history; absent where all answers were stored before. */
  id?: number | undefined;
  rejected: { products: number; rows: number };
  profiles: string[];
}

/** How an upload is confirmed. */
export interface Confirmation {
  /** Of the check that was read. */
  token: string;
  partial: boolean;
  /** Who imports, as the history shows it. */
  by?: string | undefined;
  /** Names under which the mappings of the files' shapes are to be saved, by the shape's place. */
  names: Map<number, string>;
}

/** By upload: a form that is sent twice must not import twice. */
const underway = new Map<string, Promise<boolean>>();

/** Stores an upload and takes its files away. False where the check that was read no longer holds: nothing is stored. */
export function confirmStaged(store: Store, upload: Upload, confirmation: Confirmation): Promise<boolean> {
  const known = underway.get(upload.id);
  if (known) return known;
  const work = confirm(store, upload, confirmation).finally(() => underway.delete(upload.id));
  underway.set(upload.id, work);
  return work;
}

async function confirm(
  store: Store,
  upload: Upload,
  { token, partial, by, names }: Confirmation
): Promise<boolean> {
  const choices = await choicesOf(store.dir, upload.id);
  if (tokenOf(choices) !== token) return false;
  const { request } = await stagedRequest(store, upload, choices);
  const saved = names.size > 0 ? await profilesOf(store, upload, choices, names) : [];
  const report = await importFiles(store, { ...request, partial, by, dryRun: false, profiles: saved });
  if (isRefused(report)) return false;
  const outcome: StagedOutcome = {
    campaign: report.campaign,
    id: report.id,
    rejected: report.rejected,
    profiles: saved.map(({ name }) => name)
  };
  await staging.close(store.dir, upload.id, outcome);
  return true;
}

async function profilesOf(
  store: Store,
  upload: Upload,
  choices: Choices,
  names: Map<number, string>
): Promise<Profile[]> {
  const { shapes, files } = await checkStaged(store, upload);
  return shapes.flatMap(({ key }, i): Profile[] => {
    const name = names.get(i);
    const place = files.find(({ shape }) => shape === i)?.place;
    if (name === undefined || place === undefined) return [];
    const mapping = { ...choices.files[place], ...choices.columns[key], answers: choices.answers };
    return [{ name, mapping, shape: key }];
  });
}

/** Reads an upload's files of one shape with a saved mapping; what was said of them before gives way. False where there is none of this name. */
export async function useProfile(
  store: Store,
  upload: Upload,
  shape: number,
  name: string
): Promise<boolean> {
  const saved = await store.read((db) => profiles.find(db, name));
  const { shapes, files } = await checkStaged(store, upload);
  const key = shapes[shape]?.key;
  if (!saved || key === undefined) return false;
  const choices = await choicesOf(store.dir, upload.id);
  const places = files.filter((file) => file.shape === shape).map(({ place }) => place);
  const read = (place: number) => [place, { ...choices.files[place], ...readingOf(saved) }] as const;
  await saveChoices(store.dir, upload.id, {
    ...choices,
    files: { ...choices.files, ...Object.fromEntries(places.map(read)) },
    columns: { ...choices.columns, [key]: columnsOf(saved) },
    answers: mergedAnswers(choices.answers, saved)
  });
  return true;
}

/** How files of this mapping are read; what it leaves open stays open. */
function readingOf({ encoding, delimiter, layout, sheet, source }: ReadOptions): FileChoices {
  return { encoding, delimiter, sheet, source, ...(layout ? { layout } : {}) };
}

function columnsOf({ map = [], ignore = [], drop = [] }: ReadOptions): ColumnChoices {
  return { map, ignore, drop };
}

function mergedAnswers(answers: AnswerMapping[], saved: ReadOptions): AnswerMapping[] {
  return combined({ answers }, { answers: saved.answers ?? [] }).answers ?? [];
}
