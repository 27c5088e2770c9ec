import type { Row } from './builders.ts';

/** One valid comment, with the fields given changed. */
export function commentRow(changes: Row = {}): Row {
  return {
    code: 'SSI/GEN.18',
    criterion: 'Q1',
    organisation: 'Fédération des Quais',
    organisation_type: 'Fédération',
    stance: 'favourable',
    comment: 'Nécessaire.',
    date: '2026-05-04',
    ...changes
  };
}
