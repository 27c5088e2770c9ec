import type { Repair } from '#lib/ingest/repairs.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Table } from '#lib/reports/table.ts';
import { problemRow } from './staged-view.ts';

/** Every problem on a line of its own, for those who put a file right in a spreadsheet. */
export function problemsTable(
  problems: { problem: Problem; repair?: Repair | undefined }[],
  locale: Locale
): Table {
  const m = messages(locale);
  return {
    columns: [
      m.severity,
      m.file,
      m.line,
      m.column,
      m.value,
      'Code',
      m.problem,
      say(locale, 'Proposition', 'Suggestion')
    ],
    rows: problems.map(({ problem, repair }) => {
      const row = problemRow(problem, repair, locale);
      const severity = problem.severity === 'error' ? m.error : m.warning;
      return [severity, row.file, row.line, row.column, row.value, problem.code, row.message, row.repair];
    })
  };
}
