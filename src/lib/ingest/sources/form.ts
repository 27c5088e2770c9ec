import type { Problem } from '#lib/maturity/problem.ts';
import type { Table } from '../table.ts';
import { withMoments, type DateOrder } from './moments.ts';
import type { Asked, Sourced } from './source.ts';
import { findSystemColumns, withSystemColumns, type SystemColumns } from './system-columns.ts';

/**
 * A form's export: what the tool adds is left out, but for the moment at which a response was sent. `isFrench` says
 * whether the tool spoke French, for dates that may be read in two ways.
 */
export function readForm(table: Table, system: SystemColumns, isFrench: boolean, asked: Asked): Sourced {
  const found = findSystemColumns(table, system, asked);
  const named = withSystemColumns(table, found);
  const leftOut = [...found.leftOut].sort(([a], [b]) => a - b).map(([, column]) => column);
  const sourced = { leftOut, constants: [], passedOver: 0, unsent: new Set<number>() };
  if (found.submitted === undefined) return { ...sourced, table: named, problems: [] };
  const { table: dated, order } = withMoments(named, found.submitted, isFrench);
  const problems = order?.isAssumed ? [assumedDates(table, found.submitted, order)] : [];
  return { ...sourced, table: dated, problems };
}

/** A warning: every date of the column can be read in two ways. */
function assumedDates(table: Table, column: number, { isDayFirst }: DateOrder): Problem {
  return {
    severity: 'warning',
    file: table.file,
    line: null,
    column: table.headings[column] ?? null,
    value: table.rows.map((cells) => cells[column] ?? '').find((cell) => cell !== '') ?? null,
    code: 'assumed_dates',
    detail: { order: isDayFirst ? 'day' : 'month' }
  };
}
