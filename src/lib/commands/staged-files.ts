import { readAnswers } from '#lib/ingest/answers.ts';
import { shapeOfColumns } from '#lib/ingest/file-shape.ts';
import type { OpenedFile, ReadOptions } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as staging from '#lib/server/staging.ts';
import type { Role, Upload } from '#lib/server/staging.ts';
import { openFiles } from './open-files.ts';
import { fileOnDisk, withBytes } from './file-on-disk.ts';
import type { Choices } from './staged-choices.ts';

/** A file that waits, loaded. */
export interface StagedInput extends OpenedFile {
  /** Its place in the upload; files of one archive share it. */
  place: number;
}

/** The files of a role, in the order in which they were sent. */
export function filesOf(dir: string, upload: Upload, role: Role): StagedInput[] {
  const found: StagedInput[] = [];
  for (const [place, file] of upload.files.entries()) {
    if (file.role !== role) continue;
    const input = fileOnDisk(staging.pathOf(dir, upload.id, place), file.name);
    // of a questionnaire all is needed at once
    found.push({ place, ...(role === 'answers' ? input : withBytes(input)) });
  }
  return found;
}

/** The files of answers, opened as was said of each: an archive becomes its files. */
export async function openedAnswers(dir: string, upload: Upload, choices: Choices) {
  const all: { files: StagedInput[]; problems: Problem[] } = { files: [], problems: [] };
  for (const input of filesOf(dir, upload, 'answers')) {
    const { files, problems } = await openFiles([input], choices.files[input.place] ?? {});
    all.files.push(...files.map((file) => ({ ...file, place: input.place })));
    all.problems.push(...problems);
  }
  return all;
}

/** Where heading rows surely end. */
const start = 262_144;

/** The shape of a file by its headings, as they are read before anything is said of its columns. */
export function shapeOf(file: OpenedFile, questionnaire: Questionnaire, options: ReadOptions): string {
  if (file.grid) return shapeOfColumns(columnsOf(file, questionnaire, options));
  const columns = columnsOf({ ...file, bytes: startOf(file.bytes) }, questionnaire, options);
  return shapeOfColumns(columns.length > 0 ? columns : columnsOf(file, questionnaire, options));
}

function columnsOf(file: OpenedFile, questionnaire: Questionnaire, options: ReadOptions) {
  return readAnswers(file, questionnaire, options).recognised.columns;
}

/** Whole lines, so that no character is cut; where that fails, nothing is read of it and the whole file counts. */
function startOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= start) return bytes;
  const end = bytes.lastIndexOf(10, start);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

/** What is said of one file: of itself, of all files of its shape, and of all answers. */
export function saidOf(choices: Choices, place: number, shape: string): ReadOptions {
  return { ...choices.files[place], ...choices.columns[shape], answers: choices.answers };
}
