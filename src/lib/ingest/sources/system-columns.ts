import { fold } from '#lib/i18n/fold.ts';
import { isAnswersHeading } from '../columns.ts';
import { identityFields } from '../fields.ts';
import { headingKey } from '../headings.ts';
import type { Table } from '../table.ts';
import { firstRows } from '../table-stream.ts';
import type { LeftOut } from './names.ts';
import type { Asked } from './source.ts';

/** The columns that a tool adds to every form, by the headings that it gives them. */
export interface SystemColumns {
  /** When a response was sent; the first that a file has counts. */
  submitted: string[];
  /** Who filled in the form. */
  personal: string[];
  technical: string[];
}

export interface FoundColumns {
  /** Column of the moment at which a response was sent, unless a person or another column gives the date. */
  submitted: number | undefined;
  leftOut: Map<number, LeftOut>;
}

/** The texts by which each column may be recognised: its heading and what it is made of. */
export function textsOf({ headings, aliases }: Table): string[][] {
  return headings.map((heading, column) => [heading, ...(aliases?.[column] ?? [])]);
}

/** The column of each heading looked for that the table has, in their order. */
export function columnsHeaded(table: Table, wanted: string[]): number[] {
  const texts = textsOf(table).map((column) => column.map(headingKey));
  return wanted.flatMap((heading) => {
    const key = headingKey(heading);
    const column = texts.findIndex((keys) => keys.includes(key));
    return column < 0 ? [] : [column];
  });
}

/** The headings of a table that are among those looked for, as written and each once. */
export function headingsAmong(table: Table, wanted: string[]): string[] {
  const columns = new Set(columnsHeaded(table, wanted));
  return table.headings.filter((_, column) => columns.has(column));
}

/**
 * Tells the tool's own columns from the form's. One that a person speaks of, or that names a field or a criterion,
 * stays what it is.
 */
export function findSystemColumns(table: Table, system: SystemColumns, asked: Asked): FoundColumns {
  const isTaken = spokenOf(asked);
  const found: FoundColumns = { submitted: undefined, leftOut: new Map() };
  const leaveOut = (isSo: (texts: string[], column: number) => boolean, because: LeftOut['because']) => {
    textsOf(table).forEach((texts, column) => {
      const heading = table.headings[column] ?? '';
      if (heading !== '' && isSo(texts, column) && !texts.some(isTaken))
        found.leftOut.set(column, { heading, because });
    });
  };
  const named = (wanted: string[]) => {
    const keys = new Set(wanted.map(headingKey));
    return (texts: string[]) => texts.some((text) => keys.has(headingKey(text)));
  };
  leaveOut(named(system.technical), 'technical');
  leaveOut(named(system.personal), 'personal');
  leaveOut((texts, column) => texts.some(asksForAddress) || holdsAddresses(table, column), 'personal');
  leaveOut(named(system.submitted), 'technical');
  const [submitted] = columnsHeaded(table, system.submitted).filter((column) => found.leftOut.has(column));
  if (submitted === undefined || hasDate(table, asked)) return found;
  found.leftOut.delete(submitted);
  return { ...found, submitted };
}

/** Whether a question asks for somebody's e-mail or IP address, in whatever words. */
function asksForAddress(heading: string): boolean {
  return /\b(e[- ]?mails?|courriels?|adresse electronique|adresse ip|ip address)\b/.test(fold(heading));
}

/** Whether most cells of a column are e-mail addresses; of a large file, of its start. */
function holdsAddresses({ rows }: Table, column: number): boolean {
  const cells = rows.slice(0, firstRows).flatMap((row) => row[column]?.trim() || []);
  const addresses = cells.filter((cell) => /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(cell));
  return addresses.length > 0 && 2 * addresses.length > cells.length;
}

/** A table whose columns are called by further names and in part left out. */
export function withSystemColumns(table: Table, { submitted, leftOut }: FoundColumns): Table {
  const aliases = table.headings.map((_, column) => [
    ...(table.aliases?.[column] ?? []),
    ...(column === submitted ? ['submitted_at'] : [])
  ]);
  return { ...table, aliases, leftOut: new Set(leftOut.keys()) };
}

function spokenOf({ questionnaire, options }: Asked): (heading: string) => boolean {
  const isKnown = isAnswersHeading(questionnaire, options);
  const ignored = new Set((options.ignore ?? []).map(fold));
  return (heading) => isKnown(heading) || ignored.has(fold(heading));
}

/** Whether the date is given otherwise: by a person, or by a column of that name. */
function hasDate(table: Table, { options }: Asked): boolean {
  const isMapped = (options.map ?? []).some(({ field }) => headingKey(field) === 'submitted_at');
  const isNamed = (text: string) => identityFields.get(headingKey(text)) === 'submitted_at';
  return isMapped || textsOf(table).some((texts) => texts.some(isNamed));
}
