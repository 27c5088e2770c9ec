import { cellKey, cellName, type Cell, type CellName } from './cell.ts';

/** What a publication tells of a count: a value or why there is none. */
export type Told = Pick<Cell, 'value' | 'status'>;

/**
 * How a publication differs from an earlier one in a count: `added` and `removed` are told of in one of them only,
 * `withheld` and `disclosed` lose and gain their number, `changed` have another.
 */
export const changes = ['withheld', 'disclosed', 'removed', 'added', 'changed'] as const;

export type Change = (typeof changes)[number];

export interface ChangedCell {
  cell: CellName;
  change: Change;
  before: Told | undefined;
  after: Told | undefined;
}

function changeOf(before: Told | undefined, after: Told | undefined): Change | undefined {
  if (!before || !after) return before ? 'removed' : after && 'added';
  if (before.status === after.status) return before.value === after.value ? undefined : 'changed';
  if (after.status === 'withheld') return 'withheld';
  return before.status === 'withheld' ? 'disclosed' : 'changed';
}

function nameOf({ campaign, measure, ...dimensions }: Cell): CellName {
  const { criterion, theme, corridor, band, level } = dimensions;
  return cellName(campaign, measure, { criterion, theme, corridor, band, level });
}

function told(cell: Cell | undefined): Told | undefined {
  return cell && { value: cell.value, status: cell.status };
}

/** The counts that are told otherwise, by kind of change; of a kind in the publication's order. */
export function changedCells(before: readonly Cell[], after: readonly Cell[]): ChangedCell[] {
  const then = new Map(before.map((cell) => [cellKey(cell), cell]));
  const now = new Map(after.map((cell) => [cellKey(cell), cell]));
  const all = [...after, ...before.filter((cell) => !now.has(cellKey(cell)))];
  const found = all.flatMap((cell): ChangedCell[] => {
    const key = cellKey(cell);
    const [earlier, later] = [then.get(key), now.get(key)];
    const change = changeOf(earlier, later);
    return change ? [{ cell: nameOf(cell), change, before: told(earlier), after: told(later) }] : [];
  });
  return found.toSorted((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change));
}
