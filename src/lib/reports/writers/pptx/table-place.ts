import { width } from './slide-frame.ts';

/** A table's first column says what its rows are; the others are numbers. In inches, for text of 14 pt. */
const [narrowestFirst, narrowest, widest] = [2.6, 1.15, 2.2];
const perCharacter = 0.12;
const charactersAnInch = 9.5;

const longestHead = 40;
/** Rows of one line, and where some take two. */
const [mostRows, mostRowsOfTwoLines] = [12, 7];

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s-]/).map(({ length }) => length));
}

/** So wide that no word of a head is broken, as far as there is room. */
export function columnWidths(heads: readonly { label: string }[]): number[] {
  const others = heads
    .slice(1)
    .map(({ label }) => Math.min(widest, Math.max(narrowest, 0.25 + perCharacter * longestWord(label))));
  const needed = others.reduce((sum, one) => sum + one, 0);
  const first = Math.max(narrowestFirst, width - needed);
  const scale = needed === 0 ? 0 : (width - first) / needed;
  return [first, ...others.map((one) => one * scale)];
}

function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

export interface Head {
  label: string;
  end: boolean;
}

/** Heads and rows as slides have room for them; what is cut here stands whole in the notes. */
export function onSlides(
  heads: readonly Head[],
  rows: readonly string[][]
): { heads: Head[]; parts: string[][][] } {
  const line = Math.floor((columnWidths(heads)[0] ?? 0) * charactersAnInch);
  const own = rows.map(([first = '', ...others]) => [clipped(first, 2 * line), ...others]);
  const most = own.some(([first = '']) => first.length > line) ? mostRowsOfTwoLines : mostRows;
  const parts = Array.from({ length: Math.ceil(own.length / most) }, (_, i) =>
    own.slice(i * most, (i + 1) * most)
  );
  return { heads: heads.map((head) => ({ ...head, label: clipped(head.label, longestHead) })), parts };
}
