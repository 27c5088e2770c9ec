import { controls } from '../audits/controls.ts';
import type { Form } from '../audits/forms.ts';
import { formatCsv, plain } from './csv.ts';

/** One row a control and criterion. */
export function formatControls(): string {
  const rows = controls.flatMap(({ code, severity, criteria }) =>
    (criteria.length === 0 ? [''] : criteria).map((criterion) => [code, criterion, severity, 'yes'])
  );
  return formatCsv([['control', 'criterion', 'severity', 'synthetic'], ...rows], plain);
}

const header = [
  ...['vendor', 'product', 'control', 'result', 'evidence_date', 'filed_at'],
  ...['auditor', 'passi_reference', 'passi_valid_until', 'synthetic']
];

/** One row a control of a form. */
export function formatForms(forms: Form[]): string {
  const rows = forms.flatMap(({ product, filedAt, auditor, results }) =>
    results.map(({ control, result, evidenceDate }) => [
      ...[product.vendor, product.name, control.code, result, evidenceDate, filedAt],
      ...[auditor.name, auditor.reference, auditor.validUntil, 'yes']
    ])
  );
  return formatCsv([header, ...rows], plain);
}
