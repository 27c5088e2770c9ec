import type { Locale } from '#lib/i18n/locale.ts';
import { fromText, type LevelTableText } from '#lib/maturity/level-table-text.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { editedLines } from '#lib/maturity/scenario-fields.ts';
import { calibrationView, type CalibrationView } from '#lib/reports/calibration-view.ts';
import { lineField } from './form-fields.ts';

export interface Edited {
  name: string;
  requirements: readonly Requirement[];
  locale: Locale;
}

/** What the products in view declare, from the address that gives it. */
export async function readLevels(address: string): Promise<LevelTable> {
  const response = await fetch(address);
  return fromText((await response.json()) as LevelTableText);
}

/** The page's view of a scenario as a form has it. */
export function computeView(
  table: LevelTable,
  fields: FormData,
  { name, requirements, locale }: Edited
): CalibrationView {
  const lines = editedLines(requirements, table.criteria, (key) => ({
    status: lineField(fields, 'status', key),
    level: lineField(fields, 'level', key),
    theme: lineField(fields, 'theme', key),
    weight: lineField(fields, 'weight', key)
  }));
  return calibrationView(
    table,
    name,
    lines.map(({ line }) => line),
    locale
  );
}
