import type { Row } from './builders.ts';

/** One valid line of a map of controls, with the fields given changed. */
export function controlRow(changes: Row = {}): Row {
  return { control: 'C-01', criterion: 'Q1', severity: 'high', ...changes };
}

/** One valid record of an audit form, with the fields given changed. */
export function auditRow(changes: Row = {}): Row {
  return {
    vendor: 'Acme',
    product: 'Alpha',
    control: 'C-01',
    result: 'conforming',
    evidence_date: '2026-03-02',
    filed_at: '2026-06-01',
    auditor: 'Vigie Ombrelle',
    passi_reference: 'P-12',
    passi_valid_until: '2027-01-31',
    ...changes
  };
}
