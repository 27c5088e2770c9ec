import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';

export type Row = Record<string, string>;

/** One valid criterion, with the fields given changed. */
export function criterionRow(changes: Row = {}): Row {
  return {
    code: 'Q1',
    theme: 'Accès',
    scope: 'common',
    label_fr: 'Les comptes sont-ils nominatifs ?',
    level_1_fr: 'Non',
    level_2_fr: 'En partie',
    level_3_fr: 'Oui',
    target: '2',
    ...changes
  };
}

/** One valid answer in the long layout, with the fields given changed. */
export function longRow(changes: Row = {}): Row {
  return { product: 'Alpha', vendor: 'Acme', criterion: 'Q1', answer: '2', ...changes };
}

/** One valid product in the wide layout, with the fields given changed. */
export function wideRow(changes: Row = {}): Row {
  return { product: 'Alpha', vendor: 'Acme', Q1: '2', Q2: '3', ...changes };
}

/** Rows as delimited text; headings in the order in which they first come. */
export function delimited(rows: Row[], delimiter = ',', lineBreak = '\n'): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return cells
    .map((line) => line.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineBreak)
    .join('');
}

export function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function file(content: string | Uint8Array, name = 'file.csv'): InputFile {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

export function tableFile(...rows: Row[]): InputFile {
  return file(delimited(rows));
}

/** Q1, common, with 3 levels, and Q2, conditional, with 4, or the criteria given. */
export function questionnaire(...rows: Row[]): Questionnaire {
  const given =
    rows.length > 0
      ? rows
      : [criterionRow(), criterionRow({ code: 'Q2', scope: 'conditional', level_4_fr: 'Toujours' })];
  const parsed = readQuestionnaire(tableFile(...given));
  if (!parsed.questionnaire) throw new Error(JSON.stringify(parsed.problems));
  return parsed.questionnaire;
}

/** A problem's place and code in short: `error unknown_answer 2 answer=peut-être`. */
export function brief({ severity, code, line, column, value }: Problem): string {
  return `${severity} ${code} ${line} ${column}=${value}`;
}
