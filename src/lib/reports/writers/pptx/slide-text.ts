import { arialWidth } from './arial-width.ts';

/** Lines of a text stand this far apart, in sizes. */
const lineHeight = 1.17;

/** A box of a slide in inches, and the sizes that its text may have, the largest first, in points. */
export interface TextBox {
  width: number;
  height: number;
  sizes: readonly number[];
  bold?: boolean;
  /** How much wider another font than our own may be. */
  stretch?: number;
  /** At most so many lines, whatever there is room for. */
  lines?: number;
}

/** What fits its box: the text, cut where even the least size is too large, and its size. */
export interface Fitted {
  text: string;
  fontSize: number;
}

function widthOf(text: string, size: number, { bold = false, stretch = 1 }: TextBox): number {
  return (arialWidth(text, size, bold) * stretch) / 72;
}

/** The text as it is broken between words; a word longer than a line takes as many as it needs. */
function linesAt(text: string, size: number, box: TextBox): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    lines.push('');
    for (const word of part.split(' ')) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (last === '' || widthOf(longer, size, box) <= box.width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
  }
  return lines;
}

function countAt(text: string, size: number, box: TextBox): number {
  return linesAt(text, size, box).reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, size, box) / box.width)),
    0
  );
}

function mostLines(size: number, { height, lines = Infinity }: TextBox): number {
  return Math.max(1, Math.min(lines, Math.floor((72 * height) / (size * lineHeight))));
}

/** How high the text is in inches, at a size. */
export function heightAt(text: string, size: number, box: TextBox): number {
  return (countAt(text, size, box) * size * lineHeight) / 72;
}

/** As many whole words as fit with an ellipsis after them; of a single word its beginning. */
function cut(text: string, size: number, box: TextBox): string {
  const characters = [...text.replace(/\n/g, ' ')];
  const upTo = (end: number) => `${characters.slice(0, end).join('').trimEnd()}…`;
  let [kept, over] = [0, characters.length];
  while (over - kept > 1) {
    const middle = Math.floor((kept + over) / 2);
    if (countAt(upTo(middle), size, box) <= mostLines(size, box)) kept = middle;
    else over = middle;
  }
  const wordEnd = characters[kept] === ' ' ? kept : characters.lastIndexOf(' ', kept);
  return upTo(wordEnd > 0 ? wordEnd : kept);
}

/** The text in the largest of the box's sizes that lets it fit; cut at the end where none does. */
export function fitted(text: string, box: TextBox): Fitted {
  const size = box.sizes.find((one) => countAt(text, one, box) <= mostLines(one, box));
  if (size !== undefined) return { text, fontSize: size };
  const least = box.sizes.at(-1) ?? 12;
  return { text: cut(text, least, box), fontSize: least };
}
