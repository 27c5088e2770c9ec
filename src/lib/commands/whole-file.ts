import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';

/** A problem that has no place within its file. */
export function wholeFile(code: ProblemCode, file: string, value: string | null = null): Problem {
  return {
    severity: code === 'already_imported' ? 'warning' : 'error',
    file,
    line: null,
    column: null,
    value,
    code
  };
}
