import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';

/** How many counts would be told otherwise than the campaign's last publication told them. */
export interface PublicationDifference {
  fingerprint: string;
  publishedAt: string;
  changed: number;
  added: number;
  removed: number;
}

function told({ value, status }: Cell): string {
  return `${value ?? ''} ${status}`;
}

/** Undefined where nothing was published of the campaign yet. */
export async function differenceFromLast(
  store: Store,
  campaign: string,
  cells: readonly Cell[]
): Promise<PublicationDifference | undefined> {
  const last = await store.read(async (db) => {
    const [publication] = await publications.list(db, campaign);
    const file = publication && (await publications.file(db, publication.id, 'cells.csv'));
    return publication && file && { publication, text: Buffer.from(file.bytes).toString('utf8') };
  });
  if (!last) return undefined;
  const { fingerprint, publishedAt } = last.publication;
  const before = new Map(readCellsCsv(last.text).map((cell) => [cellKey(cell), told(cell)]));
  const now = new Map(cells.map((cell) => [cellKey(cell), told(cell)]));
  const shared = [...now].filter(([key]) => before.has(key));
  return {
    fingerprint,
    publishedAt,
    changed: shared.filter(([key, words]) => before.get(key) !== words).length,
    added: now.size - shared.length,
    removed: before.size - shared.length
  };
}
