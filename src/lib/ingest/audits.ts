import { fold } from '#lib/i18n/fold.ts';
import type { AuditForm, Control, ControlResult, ControlResultName } from '#lib/maturity/audit.ts';
import { oneLine, readDay } from './comments.ts';
import { controlKey } from './controls.ts';
import { readFieldRows, type FieldFile, type FieldRow } from './field-rows.ts';
import { fieldsByKey, type Headings } from './headings.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

const headings = {
  vendor: ['vendor', 'éditeur', 'industriel'],
  product: ['product', 'produit', 'solution'],
  control: ['control', 'contrôle'],
  result: ['result', 'résultat'],
  evidence_date: ['evidence_date', 'date de la preuve', 'date de preuve'],
  filed_at: ['filed_at', 'date de dépôt', 'déposé le'],
  auditor: ['auditor', 'auditeur', "prestataire d'audit"],
  passi_reference: ['passi_reference', 'référence passi'],
  passi_valid_until: ['passi_valid_until', 'validité passi', "passi valable jusqu'au"]
} as const satisfies Headings<string>;

type Field = keyof typeof headings;

const fields = fieldsByKey<Field>(headings);
const required: Field[][] = [['vendor'], ['product'], ['control'], ['result'], ['filed_at']];

const resultWords = new Map<string, ControlResultName>([
  ['conforming', 'conforming'],
  ['conforme', 'conforming'],
  ['nonconforming', 'nonconforming'],
  ['non conforme', 'nonconforming'],
  ['non-conforme', 'nonconforming'],
  ['not_applicable', 'not_applicable'],
  ['not applicable', 'not_applicable'],
  ['non applicable', 'not_applicable'],
  ['sans objet', 'not_applicable'],
  ['not_tested', 'not_tested'],
  ['not tested', 'not_tested'],
  ['non teste', 'not_tested']
]);

/** A form as a file gives it; `line` is that of its first record. */
export interface ParsedForm extends Omit<AuditForm, 'productId'> {
  line: number;
}

type Head = Pick<ParsedForm, 'auditor' | 'passiReference' | 'passiValidUntil'>;

/** A form as it grows, with the line of each control: its records must agree on what they say of the whole. */
interface Draft {
  form: ParsedForm;
  lines: Map<string, number>;
}

/**
 * Reads penetration-test forms, one record a control (`formats.md`, section 5). Records of one product and one day of
 * filing are one form.
 */
export function readAudits(
  file: OpenedFile,
  controls: readonly Control[],
  options: ReadOptions = {}
): FieldFile<ParsedForm> {
  const known = new Map(controls.map((control) => [controlKey(control.control), control]));
  const drafts = new Map<string, Draft>();
  const read = (row: FieldRow<Field>) => readRecord(row, known, drafts);
  const { recognised, problems } = readFieldRows(file, fields, required, read, options);
  return { recognised, problems, rows: [...drafts.values()].map(({ form }) => form) };
}

function readRecord(
  row: FieldRow<Field>,
  known: Map<string, Control>,
  drafts: Map<string, Draft>
): true | undefined {
  const [vendor, product] = [named(row, 'vendor'), named(row, 'product')];
  const filedAt = readFilingDay(row);
  const result = readResult(row, known, filedAt);
  const head = readHead(row);
  if (!vendor || !product || !filedAt || !head) return undefined;
  const key = JSON.stringify([fold(vendor), fold(product), filedAt]);
  const draft = drafts.get(key) ?? {
    form: { line: row.line, product, vendor, filedAt, ...head, results: [] },
    lines: new Map<string, number>()
  };
  drafts.set(key, draft);
  compareHeads(row, draft.form, head);
  if (result) addResult(row, draft, result);
  return true;
}

function named(row: FieldRow<Field>, field: 'vendor' | 'product'): string | undefined {
  return oneLine(row.cell(field)) || row.fail('missing_value', field);
}

function readFilingDay(row: FieldRow<Field>): string | undefined {
  const day = readDay(row, 'filed_at');
  return day === null ? row.fail('missing_value', 'filed_at') : day;
}

function readHead(row: FieldRow<Field>): Head | undefined {
  const passiValidUntil = readDay(row, 'passi_valid_until');
  if (passiValidUntil === undefined) return undefined;
  return {
    auditor: oneLine(row.cell('auditor')),
    passiReference: oneLine(row.cell('passi_reference')),
    passiValidUntil
  };
}

function readResult(
  row: FieldRow<Field>,
  known: Map<string, Control>,
  filedAt: string | undefined
): ControlResult | undefined {
  const control = readControl(row, known);
  const written = row.cell('result');
  if (written === '') row.fail('missing_value', 'result');
  const result = resultWords.get(fold(written));
  if (written !== '' && !result) row.fail('unknown_result', 'result');
  const evidenceDate = readDay(row, 'evidence_date');
  if (evidenceDate && filedAt && evidenceDate > filedAt)
    row.fail('evidence_after_filing', 'evidence_date', { filed: filedAt });
  return control && result && evidenceDate !== undefined ? { ...control, result, evidenceDate } : undefined;
}

function readControl(row: FieldRow<Field>, known: Map<string, Control>): Control | undefined {
  const written = row.cell('control');
  if (written === '') return row.fail('missing_value', 'control');
  return known.get(controlKey(written)) ?? row.fail('unknown_control', 'control');
}

const headFields = [
  ['auditor', 'auditor'],
  ['passi_reference', 'passiReference'],
  ['passi_valid_until', 'passiValidUntil']
] as const satisfies [Field, keyof Head][];

function compareHeads(row: FieldRow<Field>, form: ParsedForm, head: Head): void {
  for (const [field, name] of headFields) {
    if (fold(head[name] ?? '') !== fold(form[name] ?? ''))
      row.fail('conflicting_form', field, { first: form[name] ?? '', line: form.line });
  }
}

function addResult(row: FieldRow<Field>, { form, lines }: Draft, result: ControlResult): void {
  const key = controlKey(result.control);
  const first = lines.get(key);
  if (first !== undefined) {
    row.fail('duplicate_result', 'control', { first });
    return;
  }
  lines.set(key, row.line);
  form.results.push(result);
}
