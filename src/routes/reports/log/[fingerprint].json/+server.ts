import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import * as publications from '#lib/server/publications.ts';

/** Which counts a publication withheld and by which rule: for those who publish, and in no published file. */
export async function GET({ locals: { store }, params: { fingerprint } }) {
  const papers = await store.read(async (db) => {
    const publication = await publications.find(db, fingerprint);
    return publication && (await publications.papers(db, publication.id));
  });
  if (!papers) error(404, 'no such publication');
  return new Response(papers.disclosureLog, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': attachment(`palier-disclosure-log-${fingerprint.slice(0, 8)}.json`)
    }
  });
}
