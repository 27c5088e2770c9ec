import type { Locale } from '#lib/i18n/locale.ts';
import type { TestedForm } from '#lib/maturity/if-gap-held.ts';
import { fromText, type LevelTableText } from '#lib/maturity/level-table-text.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { editedLines } from '#lib/maturity/scenario-fields.ts';
import { calibrationView, type CalibrationView } from '#lib/reports/calibration-view.ts';
import type { Evidence } from '#lib/reports/evidence.ts';
import { lineField } from './form-fields.ts';

export interface Edited {
  name: string;
  requirements: readonly Requirement[];
  locale: Locale;
}

/** What a scenario is set against, as it travels to a browser. */
export interface EvidenceText {
  table: LevelTableText;
  forms: readonly TestedForm[];
}

/** What the products in view declare, and what audits found, from the address that gives it. */
export async function readEvidence(address: string): Promise<Evidence> {
  const response = await fetch(address);
  const { table, forms } = (await response.json()) as EvidenceText;
  return { table: fromText(table), forms };
}

/** The page's view of a scenario as a form has it. */
export function computeView(
  evidence: Evidence,
  fields: FormData,
  { name, requirements, locale }: Edited
): CalibrationView {
  const lines = editedLines(requirements, evidence.table.criteria, (key) => ({
    status: lineField(fields, 'status', key),
    level: lineField(fields, 'level', key),
    theme: lineField(fields, 'theme', key),
    weight: lineField(fields, 'weight', key)
  }));
  return calibrationView(
    evidence,
    name,
    lines.map(({ line }) => line),
    locale
  );
}
