import type { ReadColumn, Recognised } from '#lib/ingest/types.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { fieldWord, fieldsWord, meaningWord, repairWord } from '#lib/i18n/import-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { problemName } from '#lib/i18n/problem-names.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import type { Repair } from '#lib/ingest/repairs.ts';
import type { Meaning } from '#lib/maturity/meaning.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Upload } from '#lib/server/staging.ts';
import type { ChangedProduct, Changes } from '#lib/server/changes.ts';
import { sourceNames } from '#lib/ingest/sources/names.ts';
import { originLines } from './recognition-lines.ts';
import { sourceTitle } from './source-line.ts';
import type { CheckedShape, StagedCheck } from './staged-check.ts';
import type { Choices } from './staged-choices.ts';
import type { UnexplainedAnswer } from './unexplained.ts';

/** One choice of a select. */
export interface Option {
  value: string;
  text: string;
}

/** A column on the page; `value` is what is preselected. */
export interface ColumnRow {
  name: string;
  heading: string;
  value: string;
  options: Option[];
  /** Preselected only to be confirmed. */
  isSuggested: boolean;
  /** Whether it holds a field or a criterion. */
  isHeld: boolean;
  isRepeated: boolean;
}

export interface AnswerRow {
  name: string;
  text: string;
  count: number;
  /** Codes of the criteria to which it is given. */
  given: string[];
  value: string;
  options: Option[];
  isSuggested: boolean;
  isExplained: boolean;
}

/** A problem in words with its place. */
export interface ProblemRow {
  file: string;
  line: number | null;
  column: string | null;
  value: string | null;
  message: string;
  repair: string;
}

const longestTitle = 60;
const mostColumns = 150;
const mostAnswers = 100;
const mostNames = 300;

/** What the check's page shows, in one language: no more of anything than a page can hold. */
export function stagedView(upload: Upload, check: StagedCheck, choices: Choices, locale: Locale) {
  return {
    id: upload.id,
    at: upload.at,
    token: check.token,
    campaign: upload.campaign,
    campaignName: upload.campaignName,
    isNew: check.isNew,
    isRead: check.files.length > 0,
    sent: upload.files.map(({ name, role, size }) => ({ name, role, size })),
    files: fileRows(upload, check, choices, locale),
    shapes: check.shapes.map((shape, i) => shapeSection(shape, i, check, locale)),
    answers: check.answers.slice(0, mostAnswers).map((answer, i) => answerRow(answer, i, locale)),
    moreAnswers: Math.max(0, check.answers.length - mostAnswers),
    changes: changesShown(check.changes),
    accepted: check.accepted,
    rejected: check.rejected,
    problems: check.problems.map(({ code, severity, count, first }) => ({
      code,
      severity,
      count,
      name: problemName(code, locale),
      first: first.map(({ problem, repair }) => problemRow(problem, repair, locale))
    })),
    isFit: check.isFit,
    isPartlyFit: check.isPartlyFit
  };
}

export type StagedView = ReturnType<typeof stagedView>;

function fileRows(upload: Upload, { files }: StagedCheck, choices: Choices, locale: Locale) {
  return files.map(({ place, recognised }, i) => {
    const { layout, container, delimiter, encoding, headingRows, rows } = recognised;
    const said = choices.files[place] ?? {};
    return {
      place,
      /** Files of one archive are read alike: what is said stands beside the first. */
      isFirst: files.findIndex((file) => file.place === place) === i,
      name: recognised.name || (upload.files[place]?.name ?? ''),
      layout,
      /** Whether there is an encoding and a delimiter to speak of, or may be. */
      isText: container === null || container === 'csv',
      delimiter,
      encoding,
      headingRows,
      rows,
      origin: originLines(recognised, locale),
      saidDelimiter: said.delimiter ?? '',
      saidEncoding: said.encoding ?? '',
      source: recognised.source,
      sourceTitle: recognised.source && sourceTitle(recognised.source, locale),
      sources: sourceNames.map((value): Option => ({ value, text: sourceTitle(value, locale) })),
      said,
      sheets: sheetsOf(recognised)
    };
  });
}

/** The sheets that hold data, the one that was read first. */
function sheetsOf({ sheet, otherSheets }: Recognised): string[] {
  return sheet === null ? [] : [sheet, ...otherSheets];
}

function shapeSection(shape: CheckedShape, place: number, check: StagedCheck, locale: Locale) {
  const rows = shape.columns.map((column, i) =>
    columnRow(column, `column-${place}-${i}`, shape, check, locale)
  );
  const rank = (row: ColumnRow) => (row.isSuggested ? 0 : row.isHeld ? 2 : 1);
  const open = rows.filter(({ isHeld }) => !isHeld).sort((a, b) => rank(a) - rank(b));
  return {
    place,
    files: check.files.filter((file) => file.shape === place).map(({ recognised }) => recognised.name),
    profiles: shape.profiles,
    missing: missingFields(shape).map((field) => fieldWord(field, locale)),
    open: open.slice(0, mostColumns),
    more: Math.max(0, open.length - mostColumns),
    held: rows.filter(({ isHeld }) => isHeld)
  };
}

/** Without these no row can be read. */
function missingFields({ columns }: CheckedShape): string[] {
  const held = new Set(columns.flatMap(({ holds }) => holds));
  return columns.length === 0 ? [] : ['product', 'vendor'].filter((field) => !held.has(field));
}

const fieldChoices = [['product'], ['vendor'], ['product', 'vendor'], ['corridor'], ['submitted_at']];
const longChoices = [['criterion'], ['answer']];

function columnRow(
  column: ReadColumn,
  name: string,
  shape: CheckedShape,
  check: StagedCheck,
  locale: Locale
): ColumnRow {
  const { heading, holds, dropped, suggested, repeated } = column;
  const current = dropped ? 'dropped' : JSON.stringify(holds);
  return {
    name,
    heading,
    value: suggested === undefined || dropped ? current : JSON.stringify([suggested]),
    options: columnOptions(column, shape, check, locale),
    isSuggested: suggested !== undefined && !dropped,
    isHeld: holds.length > 0,
    isRepeated: repeated
  };
}

/** What a column holds, the fields, the criteria that no column holds, nothing, and to be left out. */
function columnOptions(
  column: ReadColumn,
  shape: CheckedShape,
  check: StagedCheck,
  locale: Locale
): Option[] {
  const taken = new Set(shape.columns.flatMap(({ holds }) => holds));
  const criteria = shape.layout === 'long' ? [] : (check.questionnaire?.criteria ?? []);
  const free = criteria.filter(({ code }) => !taken.has(code)).map(({ code }) => [code]);
  const lists = [column.holds, ...fieldChoices, ...longChoices, ...free].filter((list) => list.length > 0);
  const values = new Map(lists.map((list) => [JSON.stringify(list), list]));
  const keeps = { value: '[]', text: locale === 'fr' ? 'Attribut du produit' : 'Attribute of the product' };
  const dropped = locale === 'fr' ? 'Ne pas garder' : 'Leave out';
  return [
    ...[...values].map(([value, list]) => ({ value, text: heldWord(list, check, locale) })),
    // a column that is left out by itself is kept only as a field or a criterion
    ...(column.leftOut ? [{ ...keeps, text: dropped }] : [keeps, { value: 'dropped', text: dropped }])
  ];
}

function heldWord(fields: string[], { questionnaire }: StagedCheck, locale: Locale): string {
  const [only] = fields;
  const criterion = fields.length === 1 && questionnaire?.criteria.find(({ code }) => code === only);
  return criterion
    ? `${criterion.code} – ${short(criterionName(criterion, locale))}`
    : fieldsWord(fields, locale);
}

function short(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
}

function answerRow(answer: UnexplainedAnswer, place: number, locale: Locale): AnswerRow {
  const { text, count, given, levels, means, suggested } = answer;
  const meanings: Meaning[] = [...levels.map((_, i) => i + 1), 'not_applicable', 'unanswered', 'blank'];
  return {
    name: `means-${place}`,
    text,
    count,
    given,
    value: String(means ?? suggested ?? ''),
    options: meanings.map((one) => ({
      value: String(one),
      text: short(meaningWord(one, levels, locale))
    })),
    isSuggested: means === undefined && suggested !== undefined,
    isExplained: means !== undefined
  };
}

function changesShown(changes: Changes) {
  const shown = (list: ChangedProduct[]) => ({ count: list.length, first: list.slice(0, mostNames) });
  return {
    added: shown(changes.added),
    changed: shown(changes.changed),
    unchanged: shown(changes.unchanged),
    older: shown(changes.older)
  };
}

/** A problem's line in words, as the page and the download have it. */
export function problemRow(problem: Problem, repair: Repair | undefined, locale: Locale): ProblemRow {
  const { file, line, column, value } = problem;
  return {
    file,
    line,
    column,
    value,
    message: problemMessage(problem, locale, 'page'),
    repair: repairText(repair, locale)
  };
}

function repairText(repair: Repair | undefined, locale: Locale): string {
  if (!repair) return '';
  if ('text' in repair) return repairWord(repair.text, locale);
  return repairWord(meaningWord(repair.means, repair.criterion.levels, locale), locale);
}
