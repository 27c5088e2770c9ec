import { fold } from '#lib/i18n/fold.ts';
import { codePattern } from '../criterion-code.ts';
import { criterionNames } from '../criterion-names.ts';
import { answerFields, identityFields, type AnswerField } from '../fields.ts';
import { fieldsByKey, headingKey } from '../headings.ts';
import { suggestedHeading } from '../suggestions.ts';
import type { Table } from '../table.ts';
import { answerReader } from '../answer-cell.ts';
import { criterionTable, type CriterionRow } from './criterion-table.ts';
import { asItIs, type Asked, type Source, type Sourced } from './source.ts';
import { headerConstants, headerAttributes } from './table-header.ts';

/** What people write over the criteria and answers of one product besides; it counts where such a column names criteria. */
const looser = fieldsByKey<AnswerField>({
  criterion: [
    'question',
    'exigence',
    'requirement',
    'n°',
    'no',
    'numéro',
    'number',
    'réf',
    'ref',
    'référence',
    'reference',
    'id'
  ],
  answer: ['votre réponse', 'your answer', 'niveau déclaré', 'level']
});

function fieldOf(heading: string): AnswerField | undefined {
  const key = headingKey(heading);
  return answerFields.get(key) ?? looser.get(key);
}

/** So many rows may stand above the table. */
const deepest = 30;

interface Found {
  /** Place of the heading row among all rows. */
  at: number;
  rows: string[][];
  lines: number[];
}

/**
 * One product a file: a row for each criterion, and the product in a cell above the table or in the file's name.
 */
export const oneProduct: Source = {
  name: 'one-product',
  recognise(table, asked) {
    const found = findTable(table, asked);
    if (!found) return undefined;
    const headings = (found.rows[found.at] ?? []).map((heading) => heading.trim());
    // a column that looks like the product's is for a person to confirm: there are several products
    if (suggestedHeading('product', headings) !== undefined) return undefined;
    return headings.filter((heading) => fieldOf(heading) !== undefined);
  },
  read(table, asked) {
    const found = findTable(table, asked);
    return found ? readFound(table, found, asked) : asItIs(table);
  }
};

/** The first row that has headings for criterion and answer, and none for a product. */
function findTable(table: Table, { options, questionnaire }: Asked): Found | undefined {
  const rows = [table.headings, ...table.rows];
  const mapped = new Set((options.map ?? []).filter(isProduct).map(({ heading }) => headingKey(heading)));
  const named = criterionNames(questionnaire);
  const at = rows.slice(0, deepest).findIndex((cells, row) => {
    const keys = cells.map(headingKey);
    const fields = cells.map(fieldOf);
    const identified = keys.some((key) => mapped.has(key) || identityFields.get(key) === 'product');
    if (identified || !fields.includes('criterion') || !fields.includes('answer')) return false;
    const plain = keys.map((key) => answerFields.get(key));
    if (plain.includes('criterion') && plain.includes('answer')) return true;
    return rows
      .slice(row + 1)
      .some((below) => below.some((cell, i) => fields[i] === 'criterion' && named(cell) !== undefined));
  });
  return at < 0 ? undefined : { at, rows, lines: [table.headingLine, ...table.lines] };
}

function isProduct({ field }: { field: string }): boolean {
  return headingKey(field) === 'product';
}

function readFound(table: Table, { at, rows, lines }: Found, { questionnaire }: Asked): Sourced {
  const headings = (rows[at] ?? []).map((heading) => heading.trim());
  const below = rows.slice(at + 1);
  const named = criterionNames(questionnaire);
  const criterion = bestColumn(headings, 'criterion', below, (cells, column) => {
    return named(cells[column] ?? '') !== undefined;
  });
  const readers = questionnaire.criteria.map((one) => answerReader(one));
  const answer = bestColumn(headings, 'answer', below, (cells, column) => {
    const found = named(cells[criterion] ?? '');
    return (
      (cells[column] ?? '').trim() !== '' &&
      typeof readers[found?.criterion ?? -1]?.(cells[column] ?? '') === 'number'
    );
  });
  const patterns = new Set(questionnaire.criteria.map(({ code }) => codePattern(code)));
  const answers = below.flatMap((cells, i): CriterionRow[] => {
    const row = { criterion: cells[criterion] ?? '', answer: cells[answer] ?? '' };
    const isAnswer =
      row.answer.trim() !== '' || named(row.criterion) || patterns.has(codePattern(row.criterion));
    return isAnswer && !isRepeated(headings, cells) ? [{ ...row, line: lines[at + 1 + i] ?? 0 }] : [];
  });
  const read = criterionTable(
    { ...table, headingLine: lines[at] ?? 1 },
    [headings[criterion] ?? '', headings[answer] ?? ''],
    answers
  );
  const header = rows.slice(0, at);
  const kept = headerAttributes(header);
  const leftOut = headings
    .filter((heading, column) => heading !== '' && column !== criterion && column !== answer)
    .map((heading) => ({ heading, because: 'criterion' as const }));
  return {
    ...asItIs(withAttributes(read, kept.attributes)),
    leftOut: [...kept.leftOut, ...leftOut],
    constants: headerConstants(header),
    passedOver: table.rows.length - answers.length
  };
}

/** Of several columns with an accepted heading the one that holds most of what it should; the first of equals. */
function bestColumn(
  headings: string[],
  field: AnswerField,
  rows: string[][],
  holds: (cells: string[], column: number) => unknown
): number {
  const columns = headings.flatMap((heading, column) => (fieldOf(heading) === field ? [column] : []));
  const counted = columns.map((column) => ({
    column,
    count: rows.filter((cells) => holds(cells, column)).length
  }));
  return counted.sort((a, b) => b.count - a.count || a.column - b.column)[0]?.column ?? 0;
}

/** The heading row may stand again at the top of every page. */
function isRepeated(headings: string[], cells: string[]): boolean {
  return headings.every((heading, column) => fold(heading) === fold(cells[column] ?? ''));
}

/** What stands above the table besides is an attribute of the product. */
function withAttributes(table: Table, attributes: [string, string][]): Table {
  return {
    ...table,
    headings: [...table.headings, ...attributes.map(([heading]) => heading)],
    headingRows: table.headingRows,
    aliases: [...(table.aliases ?? []), ...attributes.map(() => [])],
    rows: table.rows.map((cells) => [...cells, ...attributes.map(([, value]) => value)])
  };
}
