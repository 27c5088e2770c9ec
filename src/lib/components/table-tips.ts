import { gridKeys } from './grid-keys.ts';
import { hasMarks, tooltip } from './tooltip.ts';

/** A table whose cells, or drawings in them, have words: shown when pointed at; one stop, with arrow keys inside. */
export function tableTips(table: HTMLElement): { destroy(): void } {
  const parts = [tooltip(table, false), gridKeys(table)];
  if (hasMarks(table)) table.tabIndex = 0;
  return { destroy: () => parts.forEach(({ destroy }) => destroy()) };
}
