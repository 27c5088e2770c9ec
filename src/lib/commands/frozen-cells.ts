import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import { readCellsCsv } from '#lib/reports/cells-csv.ts';
import { earlierPublications } from '#lib/reports/earlier-publications.ts';
import { wavesOf, type Published } from '#lib/reports/protected-tables.ts';
import type { Store } from '#lib/server/store.ts';

function told({ value, status, ...name }: Cell): string {
  return `${cellKey(name)} ${value ?? status}`;
}

/** All that publications of the answers in force state, of one campaign. */
async function frozenOf(store: Store, campaignId: number): Promise<string[]> {
  const earlier = await earlierPublications(store, campaignId);
  return earlier
    .filter(({ changed }) => changed.length === 0)
    .flatMap(({ cells }) => readCellsCsv(cells).map(told));
}

/**
 * Whether each of these cells stands, as it is, in a frozen publication of the very answers in force. Publications are
 * audited together with all earlier ones, so any choice of what they state may be handed on.
 */
export async function isFrozen(store: Store, asked: Published, cells: readonly Cell[]): Promise<boolean> {
  const frozen = new Set<string>();
  for (const { id } of wavesOf(asked)) for (const line of await frozenOf(store, id)) frozen.add(line);
  return cells.every((cell) => frozen.has(told(cell)));
}
