import { readScenario } from '#lib/ingest/scenario.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { editedLines, type LineFields } from '#lib/maturity/scenario-fields.ts';
import { scenarioTable } from '#lib/reports/scenario-table.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Scenario, ScenarioRefusal } from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { hasError } from './dialogue-import.ts';

/** A field of the form that can't be, in words. */
export interface FieldIssue {
  /** The line's key and the field. */
  where: string;
  message: string;
}

export interface SavedScenario {
  refusal?: ScenarioRefusal;
  issues: FieldIssue[];
}

/** Gives a form's field of a line, as typed; undefined where the form lacks it. */
export type FieldReader = (field: string, key: string) => string | undefined;

function fieldsOf(read: FieldReader): (key: string) => LineFields {
  return (key) => ({
    status: read('status', key),
    level: read('level', key),
    theme: read('theme', key),
    weight: read('weight', key)
  });
}

/**
 * Keeps a scenario as a form has it. What the form holds is read as a file with these lines would be, so that page and file
 * take the same and refuse the same; with an error nothing is stored.
 */
export async function saveScenario(
  store: Store,
  scenario: Scenario,
  { criteria }: Questionnaire,
  read: FieldReader,
  { by, seen, locale }: { by: string | undefined; seen?: string | undefined; locale: Locale }
): Promise<SavedScenario> {
  const lines = editedLines(scenario.requirements, criteria, fieldsOf(read));
  const { columns, rows } = scenarioTable(lines.map(({ line }) => line));
  const written = rows.map((row, i) =>
    row.map((cell, column) => read(columns[column] ?? '', lines[i]?.key ?? '') ?? String(cell ?? ''))
  );
  const grid = {
    container: 'csv' as const,
    sheet: null,
    otherSheets: [],
    rows: [columns, ...written],
    lines: [1, ...written.map((_, i) => i + 2)],
    flaws: []
  };
  // a scenario without lines is one, where a file without lines is a mistake
  const parsed =
    lines.length === 0
      ? { rows: [], problems: [] }
      : readScenario({ name: '', bytes: new Uint8Array(), grid }, criteria);
  const issues = parsed.problems.map((problem) => ({
    where: `${lines[(problem.line ?? 0) - 2]?.key ?? ''} ${problem.column ?? ''}`.trim(),
    message: problemMessage(problem, locale, 'page')
  }));
  if (hasError(parsed.problems)) return { issues };
  const refusal = await store.write((db) =>
    scenarios.update(db, scenario.id, parsed.rows, { by, seen, origin: 'page' })
  );
  return refusal ? { refusal, issues } : { issues };
}
