import type pptxgen from 'pptxgenjs';
import type { MethodNote } from '../../dossier/dossier.ts';
import { ink, left, softInk, width } from './slide-frame.ts';
import { heightAt } from './slide-text.ts';

type Slide = ReturnType<InstanceType<typeof pptxgen>['addSlide']>;

const gutter = 0.6;
const column = { width: (width - gutter) / 2, height: 4.4 };
/** Larger than 20 points they would shout, smaller than 16 nobody reads them from the back. */
const [largest, least] = [20, 16];

/** A line or more of a slide's column. */
interface Piece {
  text: string;
  isTitle: boolean;
}

function piecesOf({ title, paragraphs }: MethodNote): Piece[] {
  return [{ text: title, isTitle: true }, ...paragraphs.map((text) => ({ text, isTitle: false }))];
}

/** In inches, with room above each. */
function heightOf(pieces: readonly Piece[], size: number): number {
  return pieces.reduce(
    (sum, { text, isTitle }) =>
      sum + heightAt(text, size, { ...column, sizes: [], bold: isTitle }) + (isTitle ? 0.14 : 0.06),
    0
  );
}

/** What is kept together: a note; of a single one its title with its first paragraph, then each of the others. */
function blocksOf(notes: readonly MethodNote[]): Piece[][] {
  const [only] = notes;
  if (notes.length !== 1 || !only) return notes.map(piecesOf);
  const [title, first, ...others] = piecesOf(only);
  return [[title, first].filter((piece) => piece !== undefined), ...others.map((piece) => [piece])];
}

/** Two columns of notes as even as may be; undefined where they don't fit at the size. */
function columnsAt(notes: readonly MethodNote[], size: number): [Piece[], Piece[]] | undefined {
  const blocks = blocksOf(notes);
  const splits = blocks.map((_, i) => {
    const both: [Piece[], Piece[]] = [blocks.slice(0, i + 1).flat(), blocks.slice(i + 1).flat()];
    return { both, height: Math.max(...both.map((pieces) => heightOf(pieces, size))) };
  });
  const [best] = splits.toSorted((a, b) => a.height - b.height);
  return best && best.height <= column.height ? best.both : undefined;
}

/** As many notes a slide as two columns have room for, each kept whole. */
export function notesOnSlides(notes: readonly MethodNote[]): MethodNote[][] {
  const slides: MethodNote[][] = [];
  for (const note of notes) {
    const last = slides.at(-1);
    if (last && columnsAt([...last, note], least)) last.push(note);
    else slides.push([note]);
  }
  return slides;
}

/** Notes in two columns, in the largest size that they fit in. */
export function addTexts(slide: Slide, notes: readonly MethodNote[]): void {
  const sizes = Array.from({ length: largest - least + 1 }, (_, i) => largest - i);
  const size = sizes.find((one) => columnsAt(notes, one)) ?? least;
  const columns = columnsAt(notes, size) ?? [notes.flatMap(piecesOf), []];
  columns.forEach((pieces, i) => {
    const runs = pieces.map(({ text, isTitle }) => ({
      text,
      options: isTitle
        ? { bold: true, color: ink, breakLine: true, paraSpaceBefore: 10 }
        : { color: softInk, breakLine: true, paraSpaceBefore: 4 }
    }));
    const place = { x: left + i * (column.width + gutter), y: 2.3, w: column.width, h: column.height };
    if (runs.length > 0)
      slide.addText(runs, { ...place, margin: 0, fontSize: size, valign: 'top', fit: 'shrink' });
  });
}
