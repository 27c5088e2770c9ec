import { readDate } from '../date.ts';
import { headingKey } from '../headings.ts';
import type { Table } from '../table.ts';
import { readForm } from './form.ts';
import { firstRows } from '../table-stream.ts';
import { isoMoment } from './moments.ts';
import type { Source } from './source.ts';
import type { SystemColumns } from './system-columns.ts';

const stamps = ['Timestamp', 'Horodateur'];

const system: SystemColumns = {
  submitted: stamps,
  personal: [
    ...['Email Address', 'Email', 'Username', 'Adresse e-mail', 'Adresse email', 'Adresse mail'],
    ...["Nom d'utilisateur"]
  ],
  technical: ['Score', 'Total score']
};

/** Google Forms: the moment comes first, then a column for each question headed by its text, rows of grids in brackets. */
export const googleForms: Source = {
  name: 'google-forms',
  recognise({ headings, rows }) {
    const [first = ''] = headings;
    // of a large file, no more than its start is at hand
    const isStamped = rows
      .slice(0, firstRows)
      .some(([cell = '']) => readDate(isoMoment(cell, true)) ?? readDate(isoMoment(cell, false)));
    return isAmong(first, stamps) && isStamped ? [first] : undefined;
  },
  read(table, asked) {
    const isFrench = isAmong(table.headings[0] ?? '', ['Horodateur']);
    return readForm(withGridRows(table), system, isFrench, asked);
  }
};

/** A grid's column is headed `question [row]`. */
function withGridRows(table: Table): Table {
  const aliases = table.headings.map((heading) => {
    const [, question, row] = /^(.*\S)\s*\[(.+)\]$/s.exec(heading) ?? [];
    return question === undefined || row === undefined ? [] : [row, question];
  });
  return { ...table, aliases };
}

function isAmong(heading: string, wanted: string[]): boolean {
  return wanted.map(headingKey).includes(headingKey(heading));
}
