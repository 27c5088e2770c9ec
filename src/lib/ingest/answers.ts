import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { collected, emptyCollection } from './collection.ts';
import { findAnswerColumns, isAnswersHeading, type AnswerColumns } from './columns.ts';
import { collectLong } from './long.ts';
import { readTable, type ReadTable, type Table } from './table.ts';
import type { InputFile, ParsedAnswers, ReadOptions, Recognised } from './types.ts';
import { collectWide } from './wide.ts';

/**
 * Reads a file of answers in either layout (`formats.md`, section 2): the responses of the products without an error,
 * and all that is wrong with the others. An error of the heading row makes the file as a whole unusable; its rows are
 * read all the same, to report what is wrong with them too.
 */
export function readAnswers(
  file: InputFile,
  questionnaire: Questionnaire,
  options: ReadOptions = {}
): ParsedAnswers {
  const read = readTable(file, isAnswersHeading(questionnaire), options);
  if (!read.table) return unusable(recognised(file, read), read);
  const columns = findAnswerColumns(read.table, questionnaire, options.ignore ?? []);
  return readRows(read.table, questionnaire, columns, recognised(file, read, columns));
}

function readRows(
  table: Table,
  questionnaire: Questionnaire,
  columns: AnswerColumns,
  recognised: Recognised
): ParsedAnswers {
  const { identity, long, wide, problems } = columns;
  if (!identity) return unusable(recognised, { problems });
  const collection = emptyCollection(table, identity, questionnaire.criteria.length);
  if (long) collectLong(collection, questionnaire, long);
  if (wide) collectWide(collection, questionnaire, wide, identity);
  const result = { recognised, ...collected(collection), problems: [...problems, ...collection.problems] };
  if (!problems.some(({ severity }) => severity === 'error')) return result;
  return {
    ...result,
    responses: [],
    rejected: { products: collection.products.size, rows: recognised.rows }
  };
}

function unusable(recognised: Recognised, { problems }: Pick<ParsedAnswers, 'problems'>): ParsedAnswers {
  return { recognised, responses: [], rejected: { products: 0, rows: recognised.rows }, problems };
}

function recognised(
  file: InputFile,
  { encoding, delimiter, table }: ReadTable,
  columns?: AnswerColumns
): Recognised {
  return {
    name: file.name,
    layout: columns?.layout ?? null,
    delimiter,
    encoding,
    rows: table?.rows.length ?? 0,
    attributes: columns?.identity?.attributes.map(({ name }) => name) ?? []
  };
}
