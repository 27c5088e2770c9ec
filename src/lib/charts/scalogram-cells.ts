import type { ChartOptions } from './chart.ts';
import { element } from './element.ts';
import { box, diamond, level, ring } from './path.ts';

/**
 * What a cell shows: `a` attained, `m` not attained, `u` unanswered, in capitals where the product's place did not
 * foretell it; `-` not applicable.
 */
export type CellLetter = 'a' | 'A' | 'm' | 'M' | 'u' | 'U' | '-';

/** Where a cell, or a run of equal ones, stands. */
export interface CellPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The pieces of path that each letter adds, by the kind of mark. */
interface Ink {
  attained: string;
  surprise: string;
  short: string;
  missing: string;
  ring: string;
  badRing: string;
  dots: string;
}

type Kind = keyof Ink;

/** A run of equal letters. */
interface Run {
  letter: string;
  start: number;
  length: number;
}

function runsOf(letters: string): Run[] {
  const runs: Run[] = [];
  for (const [i, letter] of [...letters].entries()) {
    const last = runs.at(-1);
    if (last?.letter === letter) last.length++;
    else runs.push({ letter, start: i, length: 1 });
  }
  return runs;
}

/** The pieces for a run whose cells are `cell` px wide. */
function pieces(letter: string, { x, y, width, height }: CellPlace, cell: number): Partial<Ink> {
  const cells = Array.from({ length: Math.round(width / cell) }, (_, i) => x + i * cell);
  const centre = y + height / 2;
  const all = (piece: (left: number) => string) => cells.map(piece).join('');
  const radius = Math.min(cell, height) * 0.32;
  const circles = () => all((left) => ring(left + cell / 2, centre, radius));
  switch (letter) {
    case 'a':
      return { attained: box(x, y, width, height) };
    case 'A':
      return {
        attained: box(x, y, width, height),
        surprise: all((left) => diamond(left + cell / 2, centre, Math.min(cell * 0.42, height * 0.34)))
      };
    case 'm':
      return { short: level(x, y + height - 1, width) };
    case 'M':
      return { missing: box(x, y + height * 0.3, width, height * 0.7) };
    case 'u':
      return { ring: circles() };
    case 'U':
      return { badRing: circles() };
    default:
      return { dots: level(x, centre, width) };
  }
}

const none: Ink = { attained: '', surprise: '', short: '', missing: '', ring: '', badRing: '', dots: '' };

function add(ink: Ink, more: Partial<Ink>): void {
  for (const [kind, path] of Object.entries(more)) ink[kind as Kind] += path;
}

/** Rows of letters as a few paths, one a kind of mark; `place` gives a row's first cell. */
export function cellPaths(
  rows: readonly { letters: string; place: CellPlace }[],
  options: ChartOptions
): SVGElement[] {
  const ink = { ...none };
  for (const { letters, place } of rows) {
    for (const { letter, start, length } of runsOf(letters)) {
      const run = { ...place, x: place.x + start * place.width, width: length * place.width };
      add(ink, pieces(letter, run, place.width));
    }
  }
  return inked(ink, options);
}

function inked(ink: Ink, options: ChartOptions): SVGElement[] {
  const { palette } = options;
  const looks: Record<Kind, Record<string, string | number>> = {
    dots: { stroke: palette('rule-strong'), 'stroke-dasharray': '1 3', fill: 'none' },
    attained: { fill: palette('attained') },
    surprise: { fill: palette('ground') },
    short: { stroke: palette('short'), 'stroke-width': 2, fill: 'none' },
    missing: { fill: palette('short') },
    ring: { stroke: palette('ink-3'), 'stroke-width': 1.2, fill: 'none' },
    badRing: { stroke: palette('short'), 'stroke-width': 2, fill: 'none' }
  };
  return Object.entries(looks).flatMap(([kind, look]) =>
    ink[kind as Kind] === '' ? [] : [element('path', { d: ink[kind as Kind], ...look }, options)]
  );
}
