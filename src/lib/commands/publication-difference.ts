import type { Cell } from '#lib/maturity/publication/cell.ts';
import { changedCells, type ChangedCell } from '#lib/maturity/publication/changed-cells.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';

/** Which counts would be told otherwise than the campaign's last publication told them. */
export interface PublicationDifference {
  fingerprint: string;
  publishedAt: string;
  cells: ChangedCell[];
}

/** Of all the cells that would be frozen; undefined where nothing was published of the campaign yet. */
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
  return { fingerprint, publishedAt, cells: changedCells(readCellsCsv(last.text), cells) };
}
