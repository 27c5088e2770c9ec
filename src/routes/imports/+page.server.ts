import { fail, type RequestEvent } from '@sveltejs/kit';
import { publicReport } from '#lib/commands/import.ts';
import { authorName } from '#lib/commands/command.ts';
import { importFiles, isRefused } from '#lib/commands/import-files.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import * as imports from '#lib/server/imports.ts';
import { askedByAddress } from '../asked.ts';

/** So many problems are shown; the command line gives them all. */
const mostIssues = 200;

async function inputFile(file: File): Promise<InputFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The files given under a name; an empty field sends a nameless empty one. */
function filesOf(form: FormData, name: string): Promise<InputFile[]> {
  const files = form
    .getAll(name)
    .filter((value): value is File => value instanceof File && value.name !== '');
  return Promise.all(files.map(inputFile));
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

async function change({ request, locals }: RequestEvent, act: 'undo' | 'redo') {
  const form = await request.formData();
  const id = Number(text(form, 'id'));
  if (!Number.isSafeInteger(id)) return fail(400, { missing: true });
  await locals.store.write((db) => imports[act](db, id, authorName(text(form, 'by'))));
  return { changed: id };
}

export async function load({ locals, url }) {
  await askedByAddress(locals.store, url);
  return { history: await locals.store.read((db) => imports.list(db)) };
}

export const actions = {
  async import({ request, locals }) {
    const form = await request.formData();
    const files = await filesOf(form, 'answers');
    const [campaign, campaignName] = [text(form, 'campaign'), text(form, 'campaign-name')];
    const values = { campaign, campaignName };
    if (campaign === '' || files.length === 0) return fail(400, { ...values, missing: true });
    const dryRun = form.has('dry-run');
    const report = await importFiles(locals.store, {
      campaign,
      campaignName: campaignName || undefined,
      questionnaire: (await filesOf(form, 'questionnaire'))[0],
      questionnaireOf: text(form, 'questionnaire-of') || undefined,
      files,
      partial: form.has('partial'),
      dryRun,
      read: {},
      origin: 'page',
      by: authorName(text(form, 'by'))
    });
    const { issues, ...rest } = publicReport(report, locals.locale);
    const shown = {
      ...rest,
      attributes: report.files.flatMap(({ attributes }) => attributes),
      issues: issues.slice(0, mostIssues)
    };
    const outcome = { ...values, dryRun, report: shown, unshown: Math.max(0, issues.length - mostIssues) };
    return isRefused(report) ? fail(422, outcome) : outcome;
  },

  undo: (event) => change(event, 'undo'),
  redo: (event) => change(event, 'redo')
};
