import { createHash } from 'node:crypto';
import type { ReadFields } from '#lib/ingest/field-rows.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { Arrival, ImportDetails, Origin } from '#lib/server/imports.ts';
import { done, type Result } from './command.ts';
import { issueLines, issuesOf } from './issues.ts';

/** What is asked with a file of comments or audit forms. */
export interface DialogueRequest {
  campaign: Campaign;
  origin: Origin;
  by?: string;
}

/** What became of a file of comments or audit forms; all problems at once, and nothing stored where one is an error. */
export interface DialogueReport<Accepted> {
  campaign: string;
  stored: boolean;
  files: ({ name: string } & ReadFields)[];
  accepted: Accepted;
  issues: Problem[];
  /** Of the import, once stored. */
  id?: number;
}

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** How these files came, for the history. */
export function arrivalOf(
  { origin, by }: DialogueRequest,
  files: { file: InputFile; recognised: ReadFields }[],
  issues: readonly Problem[]
): Arrival {
  const details: ImportDetails = {
    sources: files.map(({ file, recognised }) => ({
      name: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      layout: null,
      ...recognised
    })),
    rejected: { products: 0, rows: 0 },
    warnings: issues.length,
    mapping: {},
    profile: null,
    partial: false
  };
  return { files: files.map(({ file }) => file.name), origin, details, ...(by ? { by } : {}) };
}

/** The report as a command answers it; `summary` says what was stored. */
export function dialogueResult<Accepted>(
  report: DialogueReport<Accepted>,
  summary: string,
  locale: Locale
): Result {
  const { campaign, stored, files, accepted, issues } = report;
  const json = { campaign, stored, files, accepted, issues: issuesOf(issues, locale) };
  const text = `${campaign}: ${stored ? summary : 'nothing stored'}\n`;
  const result = done(json, text, issueLines(issues, locale));
  return hasError(issues) ? { ...result, exit: 1 } : result;
}
