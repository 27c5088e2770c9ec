import { error, json } from '@sveltejs/kit';
import { scenarioWorkbook } from '#lib/reports/scenario-workbook.ts';
import { attachment } from '#lib/reports/attachment.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { scenarioAnswer } from '#lib/reports/scenario-answer.ts';
import { scenarioTable } from '#lib/reports/scenario-table.ts';
import { calibrationAsked } from '#lib/reports/calibration.ts';
import { askedByAddress } from '../../asked.ts';
import type { RequestHandler } from './$types';

/** The scenario that the address names, to take away: its lines as CSV or JSON, with its consequences as a workbook. */
export const GET: RequestHandler = async ({ locals: { store, locale }, params: { format }, url }) => {
  const given = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const { campaign, view } = calibrationAsked(given);
  const name = url.searchParams.get('scenario') ?? '';
  const answer = await store.read((db) => scenarioAnswer(db, view, name));
  if (!answer) error(404, `unknown scenario: ${name}`);
  const headers = { 'content-disposition': attachment(`${campaign.code}-${answer.name}.${format}`) };
  if (format === 'json') return json(answer.lines, { headers });
  if (format === 'csv') {
    const text = toCsv(scenarioTable(answer.lines), locale === 'fr' ? 'spreadsheet-fr' : 'api');
    return new Response(text, { headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' } });
  }
  if (format !== 'xlsx') error(404, `unknown format: ${format}`);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Response(scenarioWorkbook(answer, locale), { headers: { ...headers, 'content-type': type } });
};
