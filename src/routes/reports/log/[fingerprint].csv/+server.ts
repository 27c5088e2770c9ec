import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { toCsv } from '#lib/reports/csv.ts';
import * as disclosureLog from '#lib/reports/disclosure-log.ts';

/** The log of withheld counts as a table, with the rules in words. */
export async function GET({ locals: { store, locale }, params: { fingerprint } }) {
  const log = (await disclosureLog.read(store, fingerprint)) ?? error(404, 'no such publication');
  const table = disclosureLog.logTable(log, locale);
  return new Response(toCsv(table, locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(`palier-disclosure-log-${fingerprint.slice(0, 8)}.csv`)
    }
  });
}
