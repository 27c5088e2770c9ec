import type { Problem } from '#lib/maturity/problem.ts';
import type { CellFlaw } from './containers/grid.ts';

/** The errors of cells without a value, each in the column with its heading. */
export function flawProblems(file: string, headings: string[], flaws: CellFlaw[]): Problem[] {
  return flaws.map(({ line, column, reason, value }) => ({
    severity: 'error',
    file,
    line,
    column: headings[column] ?? null,
    value,
    code: 'unreadable_cell',
    detail: { reason }
  }));
}

/** Problems by the line of their row. */
export function byLine(problems: Problem[]): Map<number, Problem[]> {
  const lines = new Map<number, Problem[]>();
  for (const problem of problems) {
    const known = lines.get(problem.line ?? 0);
    if (known) known.push(problem);
    else lines.set(problem.line ?? 0, [problem]);
  }
  return lines;
}
