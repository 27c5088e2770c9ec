import { fold } from '#lib/i18n/fold.ts';
import type { Stance } from '#lib/maturity/stance.ts';
import { codeKey } from './criterion-code.ts';
import { readDate } from './date.ts';
import { readFieldRows, type FieldFile, type FieldRow } from './field-rows.ts';
import { fieldsByKey, type Headings } from './headings.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

const headings = {
  code: ['code', 'exigence', 'requirement', "code de l'exigence"],
  criterion: ['criterion', 'critère', 'question'],
  organisation: ['organisation', 'organization', 'organisme'],
  organisation_type: [
    'organisation_type',
    'organization_type',
    "type d'organisation",
    "type d'organisme",
    'type'
  ],
  stance: ['stance', 'position', 'avis'],
  comment: ['comment', 'commentaire', 'observation'],
  date: ['date']
} as const satisfies Headings<string>;

type Field = keyof typeof headings;

const fields = fieldsByKey<Field>(headings);
const required: Field[][] = [['code', 'criterion'], ['organisation'], ['stance'], ['comment']];

const stanceWords = new Map<string, Stance>([
  ['favourable', 'favourable'],
  ['favorable', 'favourable'],
  ['reserved', 'reserved'],
  ['reserve', 'reserved'],
  ['reservee', 'reserved'],
  ['opposed', 'opposed'],
  ['oppose', 'opposed'],
  ['opposee', 'opposed'],
  ['defavorable', 'opposed']
]);

/** One organisation's comment on one requirement, as a file gives it; texts are blank where it says nothing. */
export interface ParsedComment {
  line: number;
  /** Code of a requirement, as written. */
  requirement: string;
  /** Code of a criterion, as the questionnaire writes it. */
  criterion: string;
  organisation: string;
  organisationType: string;
  stance: Stance;
  comment: string;
  /** ISO 8601 date. */
  date: string | null;
}

/**
 * Reads the comments of a consultation (`formats.md`, section 5), on the requirements of scenarios, which nothing here
 * knows, or on criteria with these codes.
 */
export function readComments(
  file: OpenedFile,
  codes: readonly string[],
  options: ReadOptions = {}
): FieldFile<ParsedComment> {
  const criteria = new Map(codes.map((code) => [codeKey(code), code]));
  const named = new Map<string, { criterion: string; line: number }>();
  return readFieldRows(file, fields, required, (row) => readComment(row, criteria, named), options);
}

function readComment(
  row: FieldRow<Field>,
  criteria: Map<string, string>,
  named: Map<string, { criterion: string; line: number }>
): ParsedComment | undefined {
  const requirement = oneLine(row.cell('code'));
  const organisation = oneLine(row.cell('organisation'));
  const criterion = readCriterion(row, requirement, criteria, named);
  const stance = readStance(row);
  const date = readDay(row, 'date');
  if (organisation === '') row.fail('missing_value', 'organisation');
  if (organisation === '' || criterion === undefined || !stance || date === undefined) return undefined;
  const organisationType = oneLine(row.cell('organisation_type'));
  const comment = row.cell('comment');
  return { line: row.line, requirement, criterion, organisation, organisationType, stance, comment, date };
}

/** Blank where a requirement alone is named; a requirement has one criterion throughout the file. */
function readCriterion(
  row: FieldRow<Field>,
  requirement: string,
  criteria: Map<string, string>,
  named: Map<string, { criterion: string; line: number }>
): string | undefined {
  const written = row.cell('criterion');
  if (written === '') return requirement === '' ? row.fail('missing_value', 'code') : '';
  const criterion = criteria.get(codeKey(written));
  if (criterion === undefined) return row.fail('unknown_criterion', 'criterion', { cell: 'yes' });
  if (requirement === '') return criterion;
  const first = named.get(codeKey(requirement));
  if (!first) named.set(codeKey(requirement), { criterion, line: row.line });
  return !first || first.criterion === criterion
    ? criterion
    : row.fail('conflicting_criterion', 'criterion', {
        requirement,
        first: first.criterion,
        line: first.line
      });
}

function readStance(row: FieldRow<Field>): Stance | undefined {
  const written = row.cell('stance');
  if (written === '') return row.fail('missing_value', 'stance');
  return stanceWords.get(fold(written)) ?? row.fail('unknown_stance', 'stance');
}

/** An ISO date without its time; null where the cell is blank, undefined where it is no date, which is reported. */
export function readDay<Field extends string>(row: FieldRow<Field>, field: Field): string | null | undefined {
  const written = row.cell(field);
  if (written === '') return null;
  return readDate(written)?.slice(0, 10) ?? row.fail('bad_date', field);
}

/** A name without line breaks and repeated blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
