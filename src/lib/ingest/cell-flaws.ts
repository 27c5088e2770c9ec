import type { Problem } from '#lib/maturity/problem.ts';
import type { CellFlaw } from './containers/grid.ts';

/** Each row's cells without a value, by the row's line. */
export function flawsByLine(flaws: CellFlaw[]): Map<number, CellFlaw[]> {
  const lines = new Map<number, CellFlaw[]>();
  for (const flaw of flaws) {
    const known = lines.get(flaw.line);
    if (known) known.push(flaw);
    else lines.set(flaw.line, [flaw]);
  }
  return lines;
}

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
