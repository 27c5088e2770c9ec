import { error } from '@sveltejs/kit';
import { toCsv } from '#lib/reports/csv.ts';
import { followUpReport } from '#lib/reports/follow-up.ts';
import { followUpTable } from '#lib/reports/table.ts';
import { askedByAddress } from '../asked.ts';

export async function GET({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  if (!asked) error(404, 'no campaign');
  const { followUp } = await followUpReport(locals.store, asked.campaign, locals.locale);
  return new Response(toCsv(followUpTable(followUp), locals.locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="palier-follow-up.csv"'
    }
  });
}
