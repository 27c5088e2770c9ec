import type { Problem } from '#lib/maturity/problem.ts';
import type { Table } from '../table.ts';

/**
 * For each response a warning with the number of its criteria that were shown and left blank, where a file tells this
 * from what was not shown: LimeSurvey puts nothing between delimiters for what was not, and quotes for what was.
 */
export function leftBlank(table: Table, criteria: (number | undefined)[], product: number): Problem[] {
  const blanks = table.quotedBlanks?.();
  if (!blanks?.isTold) return [];
  const columns = new Set(criteria);
  return table.rows.flatMap((cells, row) => {
    const line = table.lines[row] ?? 0;
    const count = (blanks.at.get(line) ?? []).filter((column) => columns.has(column)).length;
    return count === 0 ? [] : [problem(table, line, cells[product]?.trim() ?? '', count)];
  });
}

function problem({ file }: Table, line: number, value: string, count: number): Problem {
  return { severity: 'warning', file, line, column: null, value, code: 'left_blank', detail: { count } };
}
