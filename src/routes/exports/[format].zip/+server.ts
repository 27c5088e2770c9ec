import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { isInterchangeFormat, writeInterchange } from '#lib/reports/interchange/write-interchange.ts';
import { askedByAddress } from '../../asked.ts';

/** The whole campaign for other tools. */
export async function GET({ params: { format }, locals: { store, locale }, url }) {
  if (!isInterchangeFormat(format)) error(404, `unknown format: ${format}`);
  const { campaign } = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const bytes = await writeInterchange(store, campaign, format, { locale });
  return new Response(bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachment(`palier-${campaign.code}-${format}.zip`)
    }
  });
}
