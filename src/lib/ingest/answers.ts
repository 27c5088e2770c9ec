import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { collected, emptyCollection } from './collection.ts';
import { findAnswerColumns, isAnswersHeading, type AnswerColumns } from './columns.ts';
import { criterionReaders } from './criterion-reader.ts';
import { readHeadingRows } from './heading-rows.ts';
import { collectLong } from './long.ts';
import type { AnswerMapping } from './mapping.ts';
import { matchColumns } from './matches.ts';
import { readColumns } from './read-columns.ts';
import { readTable, type ReadTable, type Table } from './table.ts';
import type { InputFile, ParsedAnswers, ReadOptions, Recognised, StrangeAnswer } from './types.ts';
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
  const split = readTable(file, isAnswersHeading(questionnaire, options), options);
  const read = readHeadingRows(split, questionnaire, options);
  if (!read.table) return unusable(recognised(file, read), read);
  const matches = matchColumns(read.table, questionnaire, options);
  const columns = findAnswerColumns(read.table, questionnaire, matches, options);
  const known = {
    ...recognised(file, read, columns),
    columns: readColumns(read.table, questionnaire, matches)
  };
  return readRows(read.table, questionnaire, columns, known, options.answers ?? []);
}

function readRows(
  table: Table,
  questionnaire: Questionnaire,
  columns: AnswerColumns,
  recognised: Recognised,
  answers: AnswerMapping[]
): ParsedAnswers {
  const { identity, long, wide, problems } = columns;
  if (!identity) return unusable(recognised, { problems });
  const used = new Set<AnswerMapping>();
  const strange = new Map<string, StrangeAnswer>();
  const readers = criterionReaders(questionnaire, answers, { used, strange });
  const collection = emptyCollection(table, identity, questionnaire.criteria.length);
  if (long) collectLong(collection, questionnaire, readers, long);
  if (wide) collectWide(collection, readers, wide, identity);
  const result = {
    recognised: { ...recognised, answers: [...used], strange: [...strange.values()] },
    ...collected(collection),
    problems: [...problems, ...collection.problems]
  };
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
    headingRows: table?.parts ? 2 : 1,
    matched: columns?.matched ?? [],
    answers: [],
    attributes: columns?.identity?.attributes.map(({ name }) => name) ?? [],
    columns: [],
    strange: []
  };
}
