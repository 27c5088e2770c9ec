import { createHash } from 'node:crypto';
import { readAnswers } from '#lib/ingest/answers.ts';
import { waivedSummed } from '#lib/ingest/checks/waived-common.ts';
import type { OpenedFile, ParsedAnswers, ReadOptions } from '#lib/ingest/types.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { identify, type IdentifiedResponse } from '#lib/server/identify.ts';
import { withBytes } from './file-on-disk.ts';

/** What is to be read, and how; plain data. */
export interface ReadingTask {
  files: OpenedFile[];
  questionnaire: Questionnaire;
  /** Of each file. */
  options: ReadOptions[];
}

/** A file as it was read, its responses ready to be stored. */
export interface FileAnswers extends ParsedAnswers {
  responses: IdentifiedResponse[];
  sha256: string;
}

export function readFiles({ files, questionnaire, options }: ReadingTask): FileAnswers[] {
  return files.map((file, i) => readFile(withBytes(file), questionnaire, options[i] ?? {}));
}

function readFile(file: OpenedFile, questionnaire: Questionnaire, options: ReadOptions): FileAnswers {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const parsed = readAnswers(file, questionnaire, options);
  return {
    ...parsed,
    problems: waivedSummed(parsed.problems),
    responses: parsed.responses.map(identify),
    sha256
  };
}
