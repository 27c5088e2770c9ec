import { error } from '@sveltejs/kit';
import { problemsTable } from '#lib/commands/problems-table.ts';
import { allProblems } from '#lib/commands/staged-check.ts';
import { attachment } from '#lib/reports/attachment.ts';
import { toCsv } from '#lib/reports/csv.ts';
import * as staging from '#lib/server/staging.ts';

export async function GET({ params, locals: { store, locale } }) {
  const upload = await staging.find(store.dir, params.id);
  if (!upload) error(404, `unknown upload: ${params.id}`);
  const table = problemsTable(await allProblems(store, upload), locale);
  const name = `${upload.campaign}-${locale === 'fr' ? 'problèmes' : 'problems'}.csv`;
  return new Response(toCsv(table, locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment(name) }
  });
}
