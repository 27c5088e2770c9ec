import { createHash } from 'node:crypto';
import { readAnswers } from '#lib/ingest/answers.ts';
import { checkedResponses, type Checked } from '#lib/ingest/checks/checked.ts';
import { qualityProblems } from '#lib/ingest/checks/quality.ts';
import { waivedSummed } from '#lib/ingest/checks/waived-common.ts';
import type { OpenedFile, ParsedAnswers, ReadOptions } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { identify, type IdentifiedResponse } from '#lib/server/identify.ts';
import type { ResolvedNames } from '#lib/server/resolved-names.ts';
import { withBytes } from './file-on-disk.ts';

/** What is to be read, and how; plain data. */
export interface ReadingTask {
  files: OpenedFile[];
  questionnaire: Questionnaire;
  /** Of each file. */
  options: ReadOptions[];
}

/** A file as it was read. */
export interface ParsedFile extends ParsedAnswers {
  sha256: string;
}

/** The same with its responses ready to be stored. */
export interface FileAnswers extends ParsedFile {
  responses: IdentifiedResponse[];
}

export function readFiles(task: ReadingTask): FileAnswers[] {
  return parseFiles(task).map((file) => ({ ...file, responses: file.responses.map(identify) }));
}

export function parseFiles({ files, questionnaire, options }: ReadingTask): ParsedFile[] {
  return files.map((file, i) => parseFile(withBytes(file), questionnaire, options[i] ?? {}));
}

function parseFile(file: OpenedFile, questionnaire: Questionnaire, options: ReadOptions): ParsedFile {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const parsed = readAnswers(file, questionnaire, options);
  return { ...parsed, problems: waivedSummed(parsed.problems), sha256 };
}

/** What the answers that were read are held against. */
export interface Known {
  known: Omit<Checked, 'questionnaire' | 'responses'>;
  names: ResolvedNames;
}

/** What looks odd in the files together. */
export function qualityOfFiles(files: FileAnswers[], questionnaire: Questionnaire, asked: Known): Problem[] {
  const { known, names } = asked;
  const named = files.map((file) => ({ ...file, responses: file.responses.map(namedBy(names)) }));
  return qualityProblems({ questionnaire, responses: checkedResponses(named), ...known });
}

/** By the name by which a product goes that was merged or renamed: what was dealt with needs no further warning. */
function namedBy(names: ResolvedNames): (response: IdentifiedResponse) => IdentifiedResponse {
  return (response) => {
    const known = names.get(response.productId);
    return known ? { ...response, product: known.product, vendor: known.vendor } : response;
  };
}
