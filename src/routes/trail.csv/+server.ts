import { toCsv } from '#lib/reports/csv.ts';
import { tableOf } from '#lib/reports/table.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { askedTrail } from '../trail/asked-trail.ts';

export async function GET({ locals, url }) {
  const entries = await trail.list(locals.store.dir, askedTrail(url));
  const table = tableOf(entries, {
    seq: (e) => e.seq,
    at: (e) => e.at,
    by: (e) => e.by,
    way: (e) => e.way,
    act: (e) => e.act,
    what: (e) => e.what,
    on: (e) => JSON.stringify(e.on),
    outcome: (e) => e.outcome,
    hash: (e) => e.hash
  });
  return new Response(toCsv(table, locals.locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="palier-trail.csv"'
    }
  });
}
