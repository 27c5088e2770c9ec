import { readComments, type ParsedComment } from '#lib/ingest/comments.ts';
import type { FieldFile } from '#lib/ingest/field-rows.ts';
import { fold } from '#lib/i18n/fold.ts';
import type { InputFile, OpenedFile } from '#lib/ingest/types.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import * as comments from '#lib/server/comments.ts';
import * as namedRequirements from '#lib/server/named-requirements.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { arrivalOf, hasError, type DialogueReport, type DialogueRequest } from './dialogue-import.ts';
import { openFile } from './open-files.ts';
import { wholeFile } from './whole-file.ts';

export type CommentsReport = DialogueReport<{ comments: number; organisations: number }>;

const nothing = { comments: 0, organisations: 0 };

/** Reads a file of comments and stores them as one import, unless one of them has an error or all are stored already. */
export async function importComments(
  store: Store,
  request: DialogueRequest,
  file: InputFile
): Promise<CommentsReport> {
  const { campaign } = request;
  const opened = await openFile(file);
  const { criteria } = await store.read((db) => questionnaires.read(db, campaign.questionnaireId));
  const read = readComments(
    opened,
    criteria.map(({ code }) => code)
  );
  const files = [{ name: file.name, ...read.recognised }];
  const report = { campaign: campaign.code, stored: false, files, accepted: nothing, issues: read.problems };
  return hasError(read.problems) ? report : storeComments(store, request, opened, read, report);
}

function storeComments(
  store: Store,
  request: DialogueRequest,
  file: OpenedFile,
  { rows, recognised, problems }: FieldFile<ParsedComment>,
  report: CommentsReport
): Promise<CommentsReport> {
  const { campaign } = request;
  return store.write(async (db) => {
    const identified = rows.map(comments.identify);
    const stored = await comments.keys(db, campaign.id);
    if (identified.every(({ key }) => stored.has(key)))
      return { ...report, issues: [...problems, wholeFile('already_imported', file.name)] };
    const known = await namedRequirements.byCode(db, campaign.id);
    const issues = [...problems, ...withoutCriterion(file.name, rows, known)];
    const arrival = arrivalOf(request, [{ file, recognised }], issues);
    const id = await comments.create(db, campaign.id, arrival, identified);
    const organisations = new Set(rows.map(({ organisation }) => fold(organisation))).size;
    return { ...report, stored: true, accepted: { comments: rows.length, organisations }, issues, id };
  });
}

/** A warning for each requirement of which nothing says which criterion it is about. */
function withoutCriterion(
  file: string,
  rows: readonly ParsedComment[],
  known: ReadonlyMap<string, unknown>
): Problem[] {
  const named = new Set(
    rows.flatMap(({ requirement, criterion }) => (criterion ? criterionKey(requirement) : []))
  );
  const counts = new Map<string, { first: ParsedComment; count: number }>();
  for (const row of rows) {
    const key = criterionKey(row.requirement);
    if (row.criterion !== '' || named.has(key) || known.has(key)) continue;
    counts.set(key, { first: row, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ first, count }) => ({
    severity: 'warning',
    file,
    line: first.line,
    column: null,
    value: first.requirement,
    code: 'unknown_requirement',
    detail: { count }
  }));
}
