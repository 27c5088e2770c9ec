import type { FrontierMark } from './frontier.ts';
import { labelColumn } from './label-column.ts';
import { clip, textWidth } from './text-width.ts';

export interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

type PlacedMark = FrontierMark & { px: number; py: number };

/** A scenario's mark with the box of its words. */
export interface MarkLabel extends PlacedMark {
  box: Box;
}

const labelHeight = 32;
const gap = 11;

/** The words beside each mark, at its left where there is room, one under the other, under the lines. */
export function markLabels(marks: readonly PlacedMark[], lines: Point[][], frame: Frame): MarkLabel[] {
  const ys = labelColumn(
    marks.map(({ py }) => py),
    labelHeight,
    frame.top,
    frame.bottom - labelHeight + 6
  );
  return marks.map((mark, i) => {
    const [atLeft, atRight] = [mark.px - gap - frame.left - 2, frame.right - mark.px - gap];
    const isLeft = wordsWidth(mark) <= atLeft || atLeft >= atRight;
    const room = isLeft ? atLeft : atRight;
    const [label, note] = [clip(mark.label, room, 13, 700), clip(mark.note, room, 12)];
    const width = wordsWidth({ label, note });
    const x1 = isLeft ? mark.px - gap - width : mark.px + gap;
    const y1 = (ys[i] ?? mark.py) - 8;
    const box = { x1, x2: x1 + width, y1, y2: y1 + (note === '' ? labelHeight / 2 : labelHeight) };
    const free = [...lowered(box), ...(marks.length === 1 ? underMark(mark, box, frame) : [])].find(
      (one) => one.y2 <= frame.bottom && isFreeOf(one, lines, [])
    );
    return { ...mark, label, note, box: free ?? box };
  });
}

/** Further and further down: words stand under the falling lines, if that is not far. */
function lowered(box: Box): Box[] {
  const steps = Array.from({ length: 14 }, (_, i) => 6 * i);
  return steps.map((step) => ({ ...box, y1: box.y1 + step, y2: box.y2 + step }));
}

/** Under the mark, in its middle, then further and further to the left, where falling lines are high. */
function underMark({ px, py }: PlacedMark, { x1, x2, y1, y2 }: Box, frame: Frame): Box[] {
  const width = x2 - x1;
  const under = { y1: py + gap + 2, y2: py + gap + 2 + (y2 - y1) };
  const lefts = Array.from({ length: 10 }, (_, i) => px - width / 2 - 8 * i);
  return lefts
    .filter((left) => left >= frame.left + 2)
    .map((left) => ({ x1: left, x2: left + width, ...under }));
}

function wordsWidth({ label, note }: { label: string; note: string }): number {
  return Math.max(textWidth(label, 13, 700), textWidth(note, 12));
}

interface Search {
  size: { width: number; height: number };
  /** Under the line with the box's top right corner, or over it with its bottom left corner. */
  side: 'below' | 'above';
  lines: Point[][];
  /** The line that the words name. */
  own: number;
  taken: readonly Box[];
  frame: Frame;
}

/** Room for a falling line's name: the first place along it that no line and no other word takes. */
export function freeBox({ size, side, lines, own, taken, frame }: Search): Box | undefined {
  const line = lines[own] ?? [];
  const start = side === 'below' ? 0 : Math.floor(line.length / 3);
  const places = [...line.slice(start), ...line.slice(0, start).reverse()];
  const boxes = [
    ...places.map((point) => boxAt(point, size, side)),
    // beside a line that is level, or a single point
    ...places.map(({ x, y }) => boxAt({ x: x + (side === 'below' ? size.width + 8 : 0), y }, size, side))
  ];
  return boxes.find((box) => isInside(box, frame) && isFreeOf(box, lines, taken));
}

function boxAt({ x, y }: Point, { width, height }: Search['size'], side: Search['side']): Box {
  return side === 'below'
    ? { x1: x - width, x2: x, y1: y + 10, y2: y + 10 + height }
    : { x1: x + 6, x2: x + 6 + width, y1: y - 10 - height, y2: y - 10 };
}

function isInside({ x1, x2, y1, y2 }: Box, { left, right, top, bottom }: Frame): boolean {
  return x1 >= left && x2 <= right && y1 >= top && y2 <= bottom;
}

function isFreeOf(box: Box, lines: Point[][], taken: readonly Box[]): boolean {
  const meets = taken.some(
    (other) =>
      other.x1 < box.x2 + 6 && box.x1 < other.x2 + 6 && other.y1 < box.y2 + 2 && box.y1 < other.y2 + 2
  );
  return !meets && !lines.some((line) => line.some((point, i) => crosses(line[i - 1] ?? point, point, box)));
}

/** Whether the piece of a line between two points comes into the box, as seen at twenty places of it. */
function crosses(a: Point, b: Point, box: Box): boolean {
  return Array.from({ length: 21 }, (_, i) => i / 20).some((t) => {
    const [x, y] = [a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)];
    return x > box.x1 - 4 && x < box.x2 + 4 && y > box.y1 - 4 && y < box.y2 + 4;
  });
}
