import { fold } from '#lib/i18n/fold.ts';
import type { Control, Severity } from '#lib/maturity/audit.ts';
import { oneLine } from './comments.ts';
import { codeKey } from './criterion-code.ts';
import { readFieldRows, type FieldFile, type FieldRow } from './field-rows.ts';
import { fieldsByKey, type Headings } from './headings.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

const headings = {
  control: ['control', 'contrôle'],
  criterion: ['criterion', 'critère'],
  severity: ['severity', 'gravité', 'criticité']
} as const satisfies Headings<string>;

type Field = keyof typeof headings;

const fields = fieldsByKey<Field>(headings);

const severityWords = new Map<string, Severity>([
  ['high', 'high'],
  ['haute', 'high'],
  ['elevee', 'high'],
  ['medium', 'medium'],
  ['moyenne', 'medium']
]);

interface Line extends Omit<Control, 'criteria'> {
  criterion: string;
}

/** What controls are compared by. */
export function controlKey(control: string): string {
  return codeKey(oneLine(control));
}

/**
 * Reads the map from controls to criteria with these codes and to severities (`formats.md`, section 5). A control has a
 * line for each criterion; one without a criterion has a severity all the same.
 */
export function readControls(
  file: OpenedFile,
  codes: readonly string[],
  options: ReadOptions = {}
): FieldFile<Control> {
  const criteria = new Map(codes.map((code) => [codeKey(code), code]));
  const known = new Map<string, { severity: Severity; written: string; line: number }>();
  const read = (row: FieldRow<Field>) => readLine(row, criteria, known);
  const { rows, ...rest } = readFieldRows(
    file,
    fields,
    [['control'], ['criterion'], ['severity']],
    read,
    options
  );
  return { ...rest, rows: gathered(rows) };
}

function readLine(
  row: FieldRow<Field>,
  criteria: Map<string, string>,
  known: Map<string, { severity: Severity; written: string; line: number }>
): Line | undefined {
  const control = oneLine(row.cell('control'));
  if (control === '') row.fail('missing_value', 'control');
  const criterion = readCriterion(row, criteria);
  const severity = readSeverity(row, control, known);
  if (control === '' || criterion === undefined || !severity) return undefined;
  return { control, criterion, severity };
}

function readCriterion(row: FieldRow<Field>, criteria: Map<string, string>): string | undefined {
  const written = row.cell('criterion');
  if (written === '') return '';
  return criteria.get(codeKey(written)) ?? row.fail('unknown_criterion', 'criterion', { cell: 'yes' });
}

/** A control's severity is the same on all its lines. */
function readSeverity(
  row: FieldRow<Field>,
  control: string,
  known: Map<string, { severity: Severity; written: string; line: number }>
): Severity | undefined {
  const written = row.cell('severity');
  if (written === '') return row.fail('missing_value', 'severity');
  const severity = severityWords.get(fold(written));
  if (!severity) return row.fail('unknown_severity', 'severity');
  const first = known.get(controlKey(control));
  if (!first) known.set(controlKey(control), { severity, written, line: row.line });
  return !first || first.severity === severity
    ? severity
    : row.fail('conflicting_control', 'severity', { control, first: first.written, line: first.line });
}

function gathered(lines: readonly Line[]): Control[] {
  const controls = new Map<string, Control>();
  for (const { control, severity, criterion } of lines) {
    const known = controls.get(controlKey(control)) ?? { control, severity, criteria: [] };
    if (criterion !== '' && !known.criteria.includes(criterion)) known.criteria.push(criterion);
    controls.set(controlKey(control), known);
  }
  return [...controls.values()];
}
