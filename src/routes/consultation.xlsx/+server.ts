import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { askedComments } from '#lib/reports/consultation-data.ts';
import { consultationReport, publishedWorkbook } from '#lib/reports/consultation.ts';
import { askedByAddress } from '../asked.ts';

export async function GET({ locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await consultationReport(store, asked, askedComments(url.searchParams), locale);
  return new Response(publishedWorkbook(report, asked.campaign, locale), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachment(`palier-${asked.campaign.code}-consultation.xlsx`)
    }
  });
}
