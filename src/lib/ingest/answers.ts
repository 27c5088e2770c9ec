import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { collected, emptyCollection, type Collection, type IdentityColumns } from './collection.ts';
import { findAnswerColumns, isAnswersHeading, type AnswerColumns } from './columns.ts';
import { criterionReaders } from './criterion-reader.ts';
import { readHeadingRows } from './heading-rows.ts';
import { longReader } from './long.ts';
import type { AnswerMapping } from './mapping.ts';
import { matchColumns } from './matches.ts';
import { readColumns } from './read-columns.ts';
import { collectRows, type ReadRow } from './rows.ts';
import { leftBlank } from './sources/left-blank.ts';
import { readSource, type FromSource } from './sources/recognise.ts';
import { withoutDisplaced } from './sources/unsent.ts';
import { collectStream, continuedOf } from './stream-rows.ts';
import { emptyFile, readTable, type ReadTable, type Table } from './table.ts';
import { streamedFrom, tableStream } from './table-stream.ts';
import type { OpenedFile, ParsedAnswers, ReadOptions, Recognised, StrangeAnswer } from './types.ts';
import { wideReader } from './wide.ts';

/**
 * Reads a file of answers in either layout (`formats.md`, section 2): the responses of the products without an error,
 * and all that is wrong with the others. An error of the heading row makes the file as a whole unusable; its rows are
 * read all the same, to report what is wrong with them too.
 */
export function readAnswers(
  file: OpenedFile,
  questionnaire: Questionnaire,
  options: ReadOptions = {},
  largeFrom = streamedFrom
): ParsedAnswers {
  const isLarge = file.bytes.length >= largeFrom;
  const streamed = isLarge ? readLargeFile(file, questionnaire, options) : undefined;
  return streamed ?? readWholeFile(file, questionnaire, options);
}

function readWholeFile(file: OpenedFile, questionnaire: Questionnaire, options: ReadOptions): ParsedAnswers {
  const split = readTable(file, isAnswersHeading(questionnaire, options), options);
  if (!split.table) return unusable(recognised(file, split), split);
  const sourced = readSource(split.table, { questionnaire, options });
  const whole = { ...split, table: sourced.table };
  if (sourced.table.rows.length === 0)
    return unusable(recognised(file, whole, sourced), { problems: [emptyFile(file.name)] });
  const read = readHeadingRows(whole, questionnaire, sourced.options);
  if (!read.table) return unusable(recognised(file, read, sourced), read);
  const understood = readColumnsOf(file, { ...read, table: read.table }, sourced, questionnaire);
  const { identity } = understood.columns;
  if (!identity) return unusable(understood.recognised, understood);
  const { table, problems } = withoutDisplaced(read.table, identity, sourced.unsent);
  understood.problems.push(...problems);
  return readRows(understood, table, identity, questionnaire, (collection, readRow) => {
    collectRows(collection, readRow);
    return understood.recognised.rows;
  });
}

/**
 * Record by record: a long file of no tool's, whose rows need no more than its headings to be read. Undefined for any
 * other, which is read whole.
 */
export function readLargeFile(
  file: OpenedFile,
  questionnaire: Questionnaire,
  options: ReadOptions
): ParsedAnswers | undefined {
  const stream = tableStream(file, isAnswersHeading(questionnaire, options), options);
  if (!stream) return undefined;
  const { read } = stream;
  const sourced = readSource(read.table, { questionnaire, options });
  const isAsItIs = sourced.source === 'canonical' && sourced.table === read.table;
  if (!isAsItIs || readHeadingRows(read, questionnaire, sourced.options) !== read) return undefined;
  const understood = readColumnsOf(file, read, sourced, questionnaire);
  const { identity, long } = understood.columns;
  if (!identity || !long) return undefined;
  // what a person said of answers is counted as they are read
  const isPlain = (sourced.options.answers ?? []).length === 0 && sourced.rereading === undefined;
  let isRead = true;
  const answers = readRows(understood, read.table, identity, questionnaire, (collection, readRow) => {
    const continued = isPlain ? continuedOf(stream, collection, questionnaire, long) : undefined;
    isRead = collectStream(stream, collection, readRow, continued);
    return collection.record;
  });
  return isRead ? answers : undefined;
}

/** A file whose headings were read, and what is wrong so far. */
interface Understood {
  sourced: FromSource;
  columns: AnswerColumns;
  recognised: Recognised;
  problems: Problem[];
}

function readColumnsOf(
  file: OpenedFile,
  read: ReadTable & { table: Table },
  sourced: FromSource,
  questionnaire: Questionnaire
): Understood {
  const matches = matchColumns(read.table, questionnaire, sourced.options);
  const columns = findAnswerColumns(read.table, questionnaire, matches, sourced.options);
  const seen = {
    ...recognised(file, read, sourced, columns),
    columns: readColumns(read.table, questionnaire, matches)
  };
  const problems = [...sourced.problems, ...columns.problems];
  return { sourced, columns, recognised: seen, problems: namingSheets(problems, seen.otherSheets) };
}

/** Where a sheet holds no answers, such as a cover, the others are named: one of them may. */
function namingSheets(problems: Problem[], otherSheets: string[]): Problem[] {
  if (otherSheets.length === 0) return problems;
  const sheets = otherSheets
    .slice(0, 20)
    .map((name) => name.slice(0, 40))
    .join(', ');
  return problems.map((problem) =>
    problem.detail?.['criteria'] === 'none' ? { ...problem, detail: { ...problem.detail, sheets } } : problem
  );
}

/** Reads the rows that `collect` goes through and counts. */
function readRows(
  { sourced, columns, recognised, problems }: Understood,
  table: Table,
  identity: IdentityColumns,
  questionnaire: Questionnaire,
  collect: (collection: Collection, readRow: ReadRow) => number
): ParsedAnswers {
  const { rereading, options } = sourced;
  const { long, wide } = columns;
  const used = new Set<AnswerMapping>();
  const strange = new Map<string, StrangeAnswer>();
  const readers = criterionReaders(questionnaire, options.answers ?? [], { used, strange }, rereading);
  const collection = emptyCollection(table, identity, questionnaire.criteria.length);
  const readRow = long
    ? longReader(collection, questionnaire, readers, long)
    : wideReader(collection, readers, wide ?? [], identity);
  const rows = collect(collection, readRow);
  const result = {
    recognised: { ...recognised, rows, answers: [...used], strange: [...strange.values()] },
    ...collected(collection),
    problems: [
      ...problems,
      ...assumedLevels(table, rereading),
      ...(wide ? leftBlank(table, wide, identity.product) : []),
      ...collection.problems.all()
    ]
  };
  if (!problems.some(({ severity }) => severity === 'error')) return result;
  return { ...result, responses: [], rejected: { products: collection.products.size, rows } };
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
