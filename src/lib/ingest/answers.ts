import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { collected, emptyCollection } from './collection.ts';
import { findAnswerColumns, isAnswersHeading, type AnswerColumns } from './columns.ts';
import { criterionReaders } from './criterion-reader.ts';
import { readHeadingRows } from './heading-rows.ts';
import { collectLong } from './long.ts';
import type { AnswerMapping } from './mapping.ts';
import { matchColumns } from './matches.ts';
import { readColumns } from './read-columns.ts';
import { leftBlank } from './sources/left-blank.ts';
import { readSource, type FromSource } from './sources/recognise.ts';
import { withoutDisplaced } from './sources/unsent.ts';
import { emptyFile, readTable, type ReadTable, type Table } from './table.ts';
import type { OpenedFile, ParsedAnswers, ReadOptions, Recognised, StrangeAnswer } from './types.ts';
import { collectWide } from './wide.ts';

/**
 * Reads a file of answers in either layout (`formats.md`, section 2): the responses of the products without an error,
 * and all that is wrong with the others. An error of the heading row makes the file as a whole unusable; its rows are
 * read all the same, to report what is wrong with them too.
 */
export function readAnswers(
  file: OpenedFile,
  questionnaire: Questionnaire,
  options: ReadOptions = {}
): ParsedAnswers {
  const split = readTable(file, isAnswersHeading(questionnaire, options), options);
  if (!split.table) return unusable(recognised(file, split), split);
  return readTableRows(file, split, readSource(split.table, { questionnaire, options }), questionnaire);
}

function readTableRows(
  file: OpenedFile,
  split: ReadTable,
  sourced: FromSource,
  questionnaire: Questionnaire
): ParsedAnswers {
  const { options } = sourced;
  const whole = { ...split, table: sourced.table };
  if (sourced.table.rows.length === 0)
    return unusable(recognised(file, whole, sourced), { problems: [emptyFile(file.name)] });
  const read = readHeadingRows(whole, questionnaire, options);
  if (!read.table) return unusable(recognised(file, read, sourced), read);
  const matches = matchColumns(read.table, questionnaire, options);
  const columns = findAnswerColumns(read.table, questionnaire, matches, options);
  const seen = {
    ...recognised(file, read, sourced, columns),
    columns: readColumns(read.table, questionnaire, matches)
  };
  return readRows({ ...sourced, table: read.table }, questionnaire, columns, seen);
}

function readRows(
  sourced: FromSource,
  questionnaire: Questionnaire,
  columns: AnswerColumns,
  recognised: Recognised
): ParsedAnswers {
  const { identity, long, wide, problems: ofHeadings } = columns;
  const { rereading, options } = sourced;
  if (!identity) return unusable(recognised, { problems: [...sourced.problems, ...ofHeadings] });
  const { table, problems: ofUnsent } = withoutDisplaced(sourced.table, identity, sourced.unsent);
  const used = new Set<AnswerMapping>();
  const strange = new Map<string, StrangeAnswer>();
  const readers = criterionReaders(questionnaire, options.answers ?? [], { used, strange }, rereading);
  const collection = emptyCollection(table, identity, questionnaire.criteria.length);
  if (long) collectLong(collection, questionnaire, readers, long);
  if (wide) collectWide(collection, readers, wide, identity);
  const problems = [...sourced.problems, ...ofHeadings, ...ofUnsent];
  const result = {
    recognised: { ...recognised, answers: [...used], strange: [...strange.values()] },
    ...collected(collection),
    problems: [
      ...problems,
      ...assumedLevels(table, rereading),
      ...(wide ? leftBlank(table, wide, identity.product) : []),
      ...collection.problems
    ]
  };
  if (!problems.some(({ severity }) => severity === 'error')) return result;
  return {
    ...result,
    responses: [],
    rejected: { products: collection.products.size, rows: recognised.rows }
  };
}

/** A warning that names the codes whose numbers were taken for levels. */
function assumedLevels({ file }: Table, rereading: FromSource['rereading']): Problem[] {
  if (!rereading || rereading.assumed.size === 0) return [];
  const value = [...rereading.assumed].sort().join(', ');
  return [{ severity: 'warning', file, line: null, column: null, value, code: 'codes_as_levels' }];
}

function unusable(recognised: Recognised, { problems }: Pick<ParsedAnswers, 'problems'>): ParsedAnswers {
  return { recognised, responses: [], rejected: { products: 0, rows: recognised.rows }, problems };
}

function recognised(
  file: OpenedFile,
  { container, encoding, delimiter, table }: ReadTable,
  sourced?: FromSource,
  columns?: AnswerColumns
): Recognised {
  return {
    name: file.name,
    layout: columns?.layout ?? null,
    container,
    sheet: file.grid?.sheet ?? null,
    otherSheets: file.grid?.otherSheets ?? [],
    archive: file.archive ?? null,
    delimiter,
    encoding,
    rows: table?.rows.length ?? 0,
    passedOver: sourced?.passedOver ?? 0,
    headingRows: table?.parts ? 2 : 1,
    matched: columns?.matched ?? [],
    answers: [],
    attributes: columns?.identity?.attributes.map(({ name }) => name) ?? [],
    columns: [],
    strange: [],
    source: sourced?.source ?? null,
    reason: sourced?.reason ?? null,
    leftOut: sourced?.leftOut ?? [],
    constants: sourced?.constants ?? []
  };
}
