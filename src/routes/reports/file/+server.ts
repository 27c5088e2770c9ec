import { error, redirect } from '@sveltejs/kit';
import { PublicationRefused } from '#lib/commands/checked-publication.ts';
import { makeReport } from '#lib/commands/make-report.ts';
import { attachment } from '#lib/reports/attachment.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import { reportByAddress } from '../asked-report.ts';

/** The report as a file; where it may not be made, the page that says why. */
export async function GET({ locals: { store, locale }, url }) {
  const asked = (await reportByAddress(store, url, locale)) ?? error(404, 'no campaign yet');
  const { write, type, ending } = reportWriters[asked.format];
  try {
    const bytes = await write(await makeReport(store, asked));
    const name = `palier-${asked.pair.to.campaign.code}-${asked.audience}-${asked.locale}.${ending}`;
    return new Response(bytes, {
      headers: { 'content-type': type, 'content-disposition': attachment(name) }
    });
  } catch (thrown) {
    if (thrown instanceof PublicationRefused) redirect(303, `/reports${url.search}`);
    throw thrown;
  }
}
