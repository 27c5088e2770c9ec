import type { Cell, CellName, Measure } from '#lib/maturity/publication/cell.ts';
import { cellKey } from '#lib/maturity/publication/cell.ts';

/** What an outsider reasons about: the measures of a publication, and two that complete them to sums. */
export type Counted = Measure | 'missed' | 'unrated';

export interface CountName extends Omit<CellName, 'campaign' | 'measure'> {
  measure: Counted;
}

/** One whole number that somebody may know, or bound: what a printed cell counts, or what none prints. */
export interface Unknown {
  name: CountName;
  lower: number;
  upper: number;
  /** The printed cell; undefined where none is. */
  cell?: Cell;
}

/** A total that is the sum of its parts, by their indices among the unknowns. */
export interface Sum {
  total: number;
  parts: number[];
}

/** All that follows from what counts are: unknown whole numbers and the sums that bind them. */
export interface Counts {
  unknowns: Unknown[];
  sums: Sum[];
  indexOf(name: CountName): number | undefined;
}

export type At = Partial<Omit<CountName, 'measure'>>;

export function countName(measure: Counted, at: At = {}): CountName {
  return { measure, criterion: '', theme: '', corridor: '', band: '', level: '', ...at };
}

export function countKey({ measure, criterion, theme, corridor, band, level }: CountName): string {
  return cellKey({ campaign: '', measure, criterion, theme, corridor, band, level });
}
