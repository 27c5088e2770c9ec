import { clip, textWidth, wrap } from '#lib/charts/text-width.ts';

/** Lines of a text stand this far apart, in sizes. */
const lineHeight = 1.2;

/** A box of a slide in inches, and the sizes that its text may have, the largest first, in points. */
export interface TextBox {
  width: number;
  height: number;
  sizes: readonly number[];
  bold?: boolean;
  /** Of the font, beside that of our own: how much wider it may be. */
  stretch?: number;
  /** At most so many lines, whatever there is room for. */
  lines?: number;
}

/** What fits its box: the text, cut where even the least size is too large, and its size. */
export interface Fitted {
  text: string;
  fontSize: number;
}

const manyLines = 200;

function widthIn({ width, stretch = 1 }: TextBox): number {
  return (72 * width) / stretch;
}

function linesAt(text: string, size: number, box: TextBox): string[] {
  const weight = box.bold ? 700 : 400;
  return text.split('\n').flatMap((line) => wrap(line, widthIn(box), size, manyLines, weight));
}

function mostLines(size: number, { height, lines = manyLines }: TextBox): number {
  return Math.max(1, Math.min(lines, Math.floor((72 * height) / (size * lineHeight))));
}

/** Whether the text fits at this size, as far as widths of letters tell. */
export function fits(text: string, size: number, box: TextBox): boolean {
  const longest = Math.max(
    0,
    ...text.split(/[ \n]/).map((word) => textWidth(word, size, box.bold ? 700 : 400))
  );
  return longest <= widthIn(box) && linesAt(text, size, box).length <= mostLines(size, box);
}

/** The text in the largest of the box's sizes that lets it fit; cut at the end where none does. */
export function fitted(text: string, box: TextBox): Fitted {
  const size = box.sizes.find((one) => fits(text, one, box));
  if (size !== undefined) return { text, fontSize: size };
  const least = box.sizes.at(-1) ?? 12;
  const lines = wrap(
    text.replace(/\n/g, ' '),
    widthIn(box),
    least,
    mostLines(least, box),
    box.bold ? 700 : 400
  );
  return { text: lines.map((line) => clip(line, widthIn(box), least)).join(' '), fontSize: least };
}
