import { cellLookup } from '#lib/maturity/publication/cell-lookup.ts';
import { cellKey, type Cell } from '#lib/maturity/publication/cell.ts';
import type { Finding } from './finding.ts';
import { isProtected } from './sizes.ts';

const leastProducts = 5;

function rangeOf(cell: Cell): { low: number; high: number } {
  if (cell.value !== null) return { low: cell.value, high: cell.value };
  return { low: 0, high: cell.status === 'under_3' ? 2 : Infinity };
}

/** Whether both publications can be of one and the same state of the campaign. */
function agree(cells: readonly Cell[], earlier: readonly Cell[]): boolean {
  const known = new Map(earlier.map((cell) => [cellKey(cell), rangeOf(cell)]));
  return cells.every((cell) => {
    const then = known.get(cellKey(cell));
    const now = rangeOf(cell);
    return !then || (now.low <= then.high && then.low <= now.high);
  });
}

function tells(cell: Cell): number {
  return { published: 2, under_3: 1, withheld: 0 }[cell.status];
}

/** The earlier publications that can be of the same answers as these cells. */
export function ofSameAnswers(
  cells: readonly Cell[],
  earlier: readonly (readonly Cell[])[]
): (readonly Cell[])[] {
  return earlier.filter((publication) => agree(cells, publication));
}

/** One campaign's cells with what earlier publications of the same answers told of each. */
export function withEarlier(cells: readonly Cell[], earlier: readonly (readonly Cell[])[]): Cell[] {
  const told = new Map(cells.map((cell) => [cellKey(cell), cell]));
  for (const publication of ofSameAnswers(cells, earlier)) {
    for (const cell of publication) {
      const known = told.get(cellKey(cell));
      if (!known || tells(cell) > tells(known)) told.set(cellKey(cell), cell);
    }
  }
  return [...told.values()];
}

/**
 * Segments that both publications print and whose number of products moved by a few: what they answer is the
 * difference. Where the number stays, only rows can tell; the publisher looks at these.
 */
export function differences(cells: readonly Cell[], earlier: readonly (readonly Cell[])[]): Finding[] {
  const now = cellLookup(cells);
  return earlier
    .filter((publication) => !agree(cells, publication))
    .flatMap((publication) => {
      const then = cellLookup(publication);
      return publication.flatMap((size): Finding[] => {
        const { campaign, measure, corridor, band } = size;
        if (measure !== 'products' || band !== '') return [];
        const after = now.find(campaign, measure, { corridor })?.value ?? size.value ?? 0;
        const products = Math.abs(after - (size.value ?? 0));
        if (products === 0 || products >= leastProducts) return [];
        const told = cells.find(
          (cell) =>
            cell.corridor === corridor &&
            isProtected(cell) &&
            cell.status !== 'withheld' &&
            (then.find(campaign, cell.measure, cell)?.status ?? 'withheld') !== 'withheld'
        );
        return told ? [{ kind: 'difference', cell: told, products }] : [];
      });
    });
}
