import type { Locale } from '#lib/i18n/locale.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import type { Problem } from '#lib/maturity/problem.ts';

/** A problem as scripts are promised it. */
export interface Issue {
  severity: Problem['severity'];
  file: string;
  line: number | null;
  column: string | null;
  value: string | null;
  code: string;
  message: string;
}

/** Problems as printed: every one with its message in words. */
export function issuesOf(problems: readonly Problem[], locale: Locale): Issue[] {
  return problems.map((problem) => {
    const { severity, file, line, column, value, code } = problem;
    return { severity, file, line, column, value, code, message: problemMessage(problem, locale) };
  });
}

/** One line a problem, for people at a terminal. */
export function issueLines(problems: readonly Problem[], locale: Locale): string[] {
  return problems.map(
    (problem) => `${problem.severity} ${place(problem)} ${problem.code}: ${problemMessage(problem, locale)}`
  );
}

function place({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== null && part !== '').join(':');
}
