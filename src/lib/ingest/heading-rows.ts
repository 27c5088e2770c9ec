import { fold } from '#lib/i18n/fold.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import { answerReader } from './answer-cell.ts';
import { isAnswersHeading } from './columns.ts';
import { codeKey } from './criterion-code.ts';
import { answerFields } from './fields.ts';
import { headingKey } from './headings.ts';
import { matchColumns, type Matches } from './matches.ts';
import { saidOfEach } from './said.ts';
import { emptyFile, withoutBlankEnd, type ReadTable, type Table } from './table.ts';
import type { ReadOptions } from './types.ts';

/**
 * Reads the first two rows as one heading row where the second can't be data, as survey tools write them; otherwise
 * the table stays as it is. In doubt the row is data: what is wrong with it is then reported.
 */
export function readHeadingRows(
  read: ReadTable,
  questionnaire: Questionnaire,
  options: ReadOptions
): ReadTable {
  const { table } = read;
  const second = withoutBlankEnd((table?.rows[0] ?? []).map((cell) => cell.trim()));
  if (!table || !isHeadingRow(table, second, questionnaire, options)) return read;
  if (table.rows.length > 1) return { ...read, table: joined(table, second) };
  return { ...read, table: undefined, problems: [emptyFile(table.file)] };
}

/**
 * - Data, if any cell is an answer to its column's criterion or another's code, or if product or vendor is filled in.
 * - Headings, if the cells of criteria say nothing but « Response » or the criterion's own name; or if product and
 *   vendor are blank and some cell is « Response », a name that we know or a part of a group's heading.
 */
function isHeadingRow(
  table: Table,
  second: string[],
  questionnaire: Questionnaire,
  options: ReadOptions
): boolean {
  const filled = second.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const isSame = (column: number) => fold(second[column] ?? '') === fold(table.headings[column] ?? '');
  if (filled.length === 0 || filled.every(isSame)) return false;
  const matches = matchColumns(table, questionnaire, options);
  if (matches.layout === 'long') return second.every((cell) => cell === '' || isResponse(cell));
  const verdict = answersVerdict(table, second, matches, questionnaire, options);
  if (verdict !== 'silent') return verdict === 'headings';
  if (isIdentified(table, second, matches)) return false;
  return hasName(second, questionnaire, options) || hasGroup(table, second, matches);
}

/** What the cells under the first row's criteria say; of a group's heading, over several columns, nothing. */
function answersVerdict(
  table: Table,
  second: string[],
  { at }: Matches,
  questionnaire: Questionnaire,
  { answers = [] }: ReadOptions
): 'data' | 'headings' | 'silent' {
  const said = saidOfEach(questionnaire, answers);
  const codes = new Set(questionnaire.criteria.map(({ code }) => codeKey(code)));
  const cells = questionnaire.criteria.flatMap((criterion, i) => {
    const column = at.get(i)?.column;
    const cell = column === undefined ? '' : (second[column] ?? '');
    if (column === undefined || cell === '' || isGroup(table, second, column)) return [];
    const isAnswer = typeof answerReader(criterion, said[i])(cell) === 'number';
    const isOther = codes.has(codeKey(cell)) && codeKey(cell) !== codeKey(criterion.code);
    return [{ isData: isAnswer || isOther, isOwn: isResponse(cell) || isNameOf(cell, criterion) }];
  });
  if (cells.some(({ isData }) => isData)) return 'data';
  return cells.length > 0 && cells.every(({ isOwn }) => isOwn) ? 'headings' : 'silent';
}

function isNameOf(cell: string, { code, labelFr, labelEn, titleFr, titleEn }: Criterion): boolean {
  return [code, labelFr, labelEn, titleFr, titleEn].some((name) => name !== '' && fold(name) === fold(cell));
}

/** Whether product or vendor says who answered, and not just what the column is. */
function isIdentified(table: Table, second: string[], { at }: Matches): boolean {
  return (['product', 'vendor'] as const).some((field) => {
    const column = at.get(field)?.column ?? -1;
    const cell = second[column] ?? '';
    return cell !== '' && !isResponse(cell) && fold(cell) !== fold(table.headings[column] ?? '');
  });
}

/** Whether some cell is « Response », or the name of a field, a criterion or a mapped column. */
function hasName(second: string[], questionnaire: Questionnaire, options: ReadOptions): boolean {
  const isKnown = isAnswersHeading(questionnaire, options);
  return second.some((cell) => isResponse(cell) || (!answerFields.has(headingKey(cell)) && isKnown(cell)));
}

/** Whether the first row's heading stands over several columns that the second row tells apart. */
function isGroup(table: Table, second: string[], column: number): boolean {
  const isOpen = (table.headings[column + 1] ?? '') === '' && (second[column + 1] ?? '') !== '';
  return isOpen && (table.headings[column] ?? '') !== '' && (second[column] ?? '') !== '';
}

/** A group, where the row names no product and answers nothing, so that it could not be data. */
function hasGroup(table: Table, second: string[], { at }: Matches): boolean {
  if (!at.has('product') || !at.has('vendor')) return false;
  const groups = second.map((_, column) => isGroup(table, second, column));
  const answered = [...at].some(
    ([held, { column }]) => typeof held === 'number' && !groups[column] && (second[column] ?? '') !== ''
  );
  return groups.includes(true) && !answered;
}

function joined(table: Table, second: string[]): Table {
  let first = '';
  const width = Math.max(table.headings.length, second.length);
  const parts = Array.from({ length: width }, (_, column) => {
    const [own, below] = [table.headings[column] ?? '', second[column] ?? ''];
    first = own || first;
    return own === '' && below === '' && !hasContent(table, column) ? [] : partsOf(first, below);
  });
  return {
    ...table,
    headings: parts.map((texts) => texts.join(' > ')),
    parts,
    headingRows: [table.headings, second],
    rows: table.rows.slice(1),
    lines: table.lines.slice(1)
  };
}

/** The second part is left out where it says nothing more than the first. */
function partsOf(first: string, below: string): string[] {
  if (first === '') return below === '' ? [] : [below];
  return below === '' || isResponse(below) || fold(below) === fold(first) ? [first] : [first, below];
}

function hasContent({ rows }: Table, column: number): boolean {
  return rows.some((cells, i) => i > 0 && (cells[column] ?? '').trim() !== '');
}

function isResponse(cell: string): boolean {
  return ['response', 'reponse'].includes(fold(cell));
}
