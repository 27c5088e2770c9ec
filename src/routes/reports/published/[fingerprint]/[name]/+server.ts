import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import * as publications from '#lib/server/publications.ts';

function typeOf(name: string): string {
  const ending = name.split('.').at(-1);
  const writer = Object.values(reportWriters).find((one) => one.ending === ending);
  return writer?.type ?? 'text/csv; charset=utf-8';
}

/** A file of a publication, byte for byte as it was frozen. */
export async function GET({ locals: { store }, params: { fingerprint, name } }) {
  const found = await store.read(async (db) => {
    const publication = await publications.find(db, fingerprint);
    const files = publication ? await publications.files(db, publication.id) : [];
    return { publication, file: files.find((one) => one.name === name) };
  });
  if (!found.publication || !found.file) error(404, 'no such published file');
  const { campaign } = found.publication;
  return new Response(new Uint8Array(found.file.bytes), {
    headers: {
      'content-type': typeOf(name),
      'content-disposition': attachment(`palier-${campaign}-${fingerprint.slice(0, 8)}-${name}`)
    }
  });
}
