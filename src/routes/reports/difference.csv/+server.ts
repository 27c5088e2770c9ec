import { error, redirect } from '@sveltejs/kit';
import { checkedPublication, PublicationRefused } from '#lib/commands/checked-publication.ts';
import { publishedOf } from '#lib/commands/make-report.ts';
import { differenceFromLast } from '#lib/commands/publication-difference.ts';
import { attachment } from '#lib/reports/attachment.ts';
import { changedCellsTable } from '#lib/reports/changed-cells-table.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { reportByAddress } from '../asked-report.ts';

/** Every count that publishing would tell otherwise than the last publication; where it may not be, the page that says why. */
export async function GET({ locals: { store, locale }, url }) {
  const asked = (await reportByAddress(store, url, locale)) ?? error(404, 'no campaign yet');
  const { code } = asked.pair.to.campaign;
  try {
    const { tables } = await checkedPublication(store, await publishedOf(store, asked), locale);
    const difference = await differenceFromLast(store, code, tables.cells);
    const table = changedCellsTable(difference?.cells ?? []);
    return new Response(toCsv(table, locale === 'fr' ? 'spreadsheet-fr' : 'api'), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment(`palier-difference-${code}.csv`)
      }
    });
  } catch (thrown) {
    if (thrown instanceof PublicationRefused) redirect(303, `/reports${url.search}`);
    throw thrown;
  }
}
