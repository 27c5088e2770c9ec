import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { manifestName } from '#lib/reports/manifest.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import * as publications from '#lib/server/publications.ts';
import type { Db } from '#lib/server/sql.ts';

function typeOf(name: string): string {
  if (name.endsWith('.json')) return 'application/json';
  const ending = name.split('.').at(-1);
  const writer = Object.values(reportWriters).find((one) => one.ending === ending);
  return writer?.type ?? 'text/csv; charset=utf-8';
}

async function contentOf(db: Db, id: number, name: string): Promise<Uint8Array | undefined> {
  if (name === manifestName) {
    const papers = await publications.papers(db, id);
    return papers && Buffer.from(papers.manifest);
  }
  return (await publications.file(db, id, name))?.bytes;
}

/** A file of a publication, byte for byte as it was frozen, or its manifest. */
export async function GET({ locals: { store }, params: { fingerprint, name } }) {
  const found = await store.read(async (db) => {
    const publication = await publications.find(db, fingerprint);
    return { publication, bytes: publication && (await contentOf(db, publication.id, name)) };
  });
  if (!found.publication || !found.bytes) error(404, 'no such published file');
  const { campaign } = found.publication;
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': typeOf(name),
      'content-disposition': attachment(`palier-${campaign}-${fingerprint.slice(0, 8)}-${name}`)
    }
  });
}
