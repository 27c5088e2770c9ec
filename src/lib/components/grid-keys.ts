import { marksOf } from './tooltip.ts';

const steps: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1]
};

function cellsOf(table: HTMLElement): Element[][] {
  return [...table.querySelectorAll('tr, li')].map(marksOf).filter((row) => row.length > 0);
}

function within(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

/**
 * Arrow keys go from cell to cell of a table or list whose rows hold what has words, as a pointer would: what shows those words need
 * not know. Escape is left to it.
 */
export function gridKeys(table: HTMLElement): { destroy(): void } {
  let [row, column] = [-1, 0];

  function move(event: KeyboardEvent) {
    const step = steps[event.key];
    const rows = cellsOf(table);
    if (!step || rows.length === 0 || event.target !== table) return;
    event.preventDefault();
    [row, column] = row < 0 ? [0, 0] : [row + step[0], column + step[1]];
    row = within(row, rows.length);
    column = within(column, rows[row]?.length ?? 1);
    const cell = rows[row]?.[column];
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  }

  table.addEventListener('keydown', move);
  return { destroy: () => table.removeEventListener('keydown', move) };
}
