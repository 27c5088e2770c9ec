import { cellKey, type Cell, type Count } from '#lib/maturity/publication/cell.ts';
import type { RuledUnit } from './sensitive-units.ts';

/** The counts as they may leave the house when these units are withheld: without the values that are not printed. */
export function cellsOf(
  counts: readonly Count[],
  units: readonly RuledUnit[],
  withheld: ReadonlySet<number>
): Cell[] {
  const hidden = new Map<string, Cell['status']>();
  units.forEach(({ cells, rule }, i) => {
    if (!withheld.has(i) && rule === undefined) return;
    const status = rule === 'small' && !withheld.has(i) ? 'under_3' : 'withheld';
    for (const cell of cells) hidden.set(cellKey(cell), status);
  });
  return counts.map(({ value, ...name }) => {
    const status = hidden.get(cellKey(name)) ?? 'published';
    return { ...name, value: status === 'published' ? value : null, status };
  });
}
