import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { askedComments } from '#lib/reports/consultation-data.ts';
import { consultationReport, publishedTable } from '#lib/reports/consultation.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { askedByAddress } from '../asked.ts';

export async function GET({ locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await consultationReport(store, asked, askedComments(url.searchParams), locale);
  const csv = toCsv(publishedTable(report, locale), locale === 'fr' ? 'spreadsheet-fr' : 'api');
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(`palier-${asked.campaign.code}-consultation.csv`)
    }
  });
}
