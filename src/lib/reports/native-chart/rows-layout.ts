import type { ShareRow } from '#lib/charts/share-rows.ts';
import { textWidth } from '#lib/charts/text-width.ts';

/** What stands beside the bars of a chart of rows, and how much room it takes on a slide. */
export interface RowsLayout {
  /** Of the labels left of the bars, in points: how wide and on how many lines. */
  room: number;
  lines: 1 | 2;
  /** The part of the frame, from 0 to 1, that lies left of the bars. */
  left: number;
  /** Widths of both columns at the right of the bars, in wholes of a bar. */
  share: number;
  count: number;
  /** The furthest that the value axis goes: bars, then both columns. */
  most: number;
}

/** A slide's chart between its margins, in points. */
const frame = 873;
/** Labels have the same room on most slides, so that bars begin at one place; more where they are long. */
const [usualRoom, mostRoom] = [284, 400];
const gap = 12;
export const [labelSize, shareSize] = [18, 20];

/** Rows on a slide whose labels take one line, and where they take two. */
export const rowsOfLines = { 1: 11, 2: 6 } as const;

function widthOn(lines: 1 | 2, label: string): number {
  const whole = textWidth(label, labelSize);
  const longestWord = Math.max(0, ...label.split(' ').map((word) => textWidth(word, labelSize)));
  // two lines are seldom of one length
  return lines === 1 ? whole : Math.max(longestWord, whole * 0.6);
}

function widest(rows: readonly ShareRow[], measure: (row: ShareRow) => number): number {
  return Math.max(0, ...rows.map(measure));
}

/** Two lines where some label would not fit on one at its widest. */
export function linesFor(rows: readonly ShareRow[]): 1 | 2 {
  return rows.some(({ label }) => textWidth(label, labelSize) > mostRoom - gap) ? 2 : 1;
}

/** Where labels, bars, shares and counts of these rows stand. */
export function rowsLayout(rows: readonly ShareRow[]): RowsLayout {
  const lines = linesFor(rows);
  const needed = widest(rows, ({ label }) => widthOn(lines, label)) + gap;
  const room = Math.min(mostRoom, Math.max(usualRoom, needed));
  const share = widest(rows, (row) => textWidth(row.share, shareSize, 700)) + 1.2 * gap;
  const count = widest(rows, (row) => textWidth(row.count, labelSize)) + 1.5 * gap;
  const bar = frame - room - share - count;
  return {
    room: room - gap,
    lines,
    left: room / frame,
    share: share / bar,
    count: count / bar,
    most: 1 + (share + count) / bar
  };
}
