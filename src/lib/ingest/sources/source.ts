import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Table } from '../table.ts';
import type { ReadOptions } from '../types.ts';
import type { Constant, LeftOut, SourceName } from './names.ts';

/** What a table is read with. */
export interface Asked {
  questionnaire: Questionnaire;
  options: ReadOptions;
}

/**
 * What an answer cell stands for that is no answer as it is written; undefined where that is not certain. `assumed`
 * gathers the cells whose reading a person should look at.
 */
export interface Rereading {
  read(cell: string, criterion: Criterion): string | undefined;
  assumed: Set<string>;
}

/** The canonical table that a tool's export stands for. */
export interface Sourced {
  table: Table;
  leftOut: LeftOut[];
  /** What is said of the whole table, where no column holds it. */
  constants: Constant[];
  problems: Problem[];
  /** How many rows are neither headings nor answers, such as titles of sections. */
  passedOver: number;
  rereading?: Rereading;
  /** Physical lines of the responses that were never sent. */
  unsent: Set<number>;
}

/** A tool whose exports are known. */
export interface Source {
  name: SourceName;
  /** The headings by which a table is seen to come from it; undefined where it does not look so. */
  recognise(table: Table, asked: Asked): string[] | undefined;
  read(table: Table, asked: Asked): Sourced;
}

/** A table that stands for itself. */
export function asItIs(table: Table): Sourced {
  return { table, leftOut: [], constants: [], problems: [], passedOver: 0, unsent: new Set() };
}
