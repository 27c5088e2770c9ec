import { readAudits, type ParsedForm } from '#lib/ingest/audits.ts';
import { readControls } from '#lib/ingest/controls.ts';
import type { FieldFile } from '#lib/ingest/field-rows.ts';
import type { InputFile, OpenedFile } from '#lib/ingest/types.ts';
import { fold } from '#lib/i18n/fold.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import * as audits from '#lib/server/audits.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { arrivalOf, hasError, type DialogueReport, type DialogueRequest } from './dialogue-import.ts';
import { openFile } from './open-files.ts';
import { wholeFile } from './whole-file.ts';

export type AuditsReport = DialogueReport<{ vendors: number; products: number; results: number }>;

const nothing = { vendors: 0, products: 0, results: 0 };

interface Files {
  controls: InputFile;
  forms: InputFile;
}

/**
 * Reads audit forms by the map of controls that comes with them and stores both as one import, unless one of them has an
 * error or all forms are in force as they are.
 */
export async function importAudits(
  store: Store,
  request: DialogueRequest,
  files: Files
): Promise<AuditsReport> {
  const { campaign } = request;
  const [map, forms] = [await openFile(files.controls), await openFile(files.forms)];
  const { criteria } = await store.read((db) => questionnaires.read(db, campaign.questionnaireId));
  const controls = readControls(
    map,
    criteria.map(({ code }) => code)
  );
  const read = readAudits(forms, controls.rows);
  // with an error in the map, controls that are missing from what is left of it are no errors of the forms
  const ofForms = hasError(controls.problems)
    ? read.problems.filter(({ code }) => code !== 'unknown_control')
    : read.problems;
  const issues = [...controls.problems, ...ofForms];
  const recognised = [
    { name: map.name, ...controls.recognised },
    { name: forms.name, ...read.recognised }
  ];
  const report = { campaign: campaign.code, stored: false, files: recognised, accepted: nothing, issues };
  if (hasError(issues)) return report;
  const sources = [
    { file: map, recognised: controls.recognised },
    { file: forms, recognised: read.recognised }
  ];
  return store.write((db) => storeForms(db, request, sources, read, report));
}

async function storeForms(
  db: Db,
  request: DialogueRequest,
  sources: {
    file: OpenedFile;
    recognised: AuditsReport['files'][number] | FieldFile<unknown>['recognised'];
  }[],
  { rows }: FieldFile<ParsedForm>,
  report: AuditsReport
): Promise<AuditsReport> {
  const { id: campaignId } = request.campaign;
  const name = sources.at(-1)?.file.name ?? '';
  const identified = rows.map(audits.identify);
  const before = await audits.list(db, campaignId);
  const digests = new Map(before.map(({ productId, digest }) => [productId, digest]));
  if (identified.every(({ productId, digest }) => digests.get(productId) === digest))
    return { ...report, issues: [...report.issues, wholeFile('already_imported', name)] };
  const id = await audits.create(db, campaignId, arrivalOf(request, sources, report.issues), identified);
  const strangers = outsiders(await audits.list(db, campaignId), rows, name);
  const accepted = {
    vendors: new Set(rows.map(({ vendor }) => fold(vendor))).size,
    products: new Set(identified.map(({ productId }) => productId)).size,
    results: rows.reduce((sum, { results }) => sum + results.length, 0)
  };
  return { ...report, stored: true, accepted, issues: [...report.issues, ...strangers], id };
}

/** A warning for each form of a product that has not answered. */
function outsiders(filed: readonly audits.FiledForm[], rows: readonly ParsedForm[], file: string): Problem[] {
  const unknown = new Set(filed.filter(({ isKnown }) => !isKnown).map(({ productId }) => productId));
  return rows.flatMap((form): Problem[] => {
    const { product, vendor, line } = form;
    if (!unknown.has(audits.identify(form).productId)) return [];
    const place = { file, line, column: null, value: product };
    return [{ severity: 'warning', ...place, code: 'unknown_product', detail: { vendor } }];
  });
}
