import { MAX_LEVELS, type Criterion, type Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Table } from '../table.ts';

const levels = Array.from({ length: MAX_LEVELS }, (_, i) => i);

const columns: [name: string, of: (criterion: Criterion) => string | number][] = [
  ['code', ({ code }) => code],
  ['theme', ({ theme }) => theme],
  ['scope', ({ scope }) => scope],
  ['condition', ({ condition }) => condition],
  ['applies_when', ({ appliesWhen }) => appliesWhen],
  ['obligation', ({ obligation }) => obligation],
  ['title_fr', ({ titleFr }) => titleFr],
  ['title_en', ({ titleEn }) => titleEn],
  ['label_fr', ({ labelFr }) => labelFr],
  ['label_en', ({ labelEn }) => labelEn],
  ...levels.map((i): [string, (criterion: Criterion) => string] => [
    `level_${i + 1}_fr`,
    (criterion) => criterion.levels[i]?.fr ?? ''
  ]),
  ...levels.map((i): [string, (criterion: Criterion) => string] => [
    `level_${i + 1}_en`,
    (criterion) => criterion.levels[i]?.en ?? ''
  ]),
  ['target', ({ target }) => target]
];

/** The questionnaire under the names by which it is read. */
export function questionnaireTable({ criteria }: Questionnaire): Table {
  return {
    columns: columns.map(([name]) => name),
    rows: criteria.map((criterion) => columns.map(([, of]) => of(criterion)))
  };
}
