import type { Problem, ProblemCode } from '#lib/maturity/problem.ts';
import { MAX_LEVELS, type Criterion, type Scope } from '#lib/maturity/questionnaire.ts';
import { fold } from '#lib/i18n/fold.ts';
import { wholeNumber } from './answer-cell.ts';
import { readCondition } from './applies-when.ts';
import { codeKey } from './criterion-code.ts';
import { fieldsByKey, findColumns, headingKey, missingColumn, type Headings } from './headings.ts';
import { findLevels, levelField, type LevelFlaw } from './levels.ts';
import { readTable, rowShape, shapeProblem, type Table } from './table.ts';
import type { OpenedFile, ParsedQuestionnaire, ReadOptions } from './types.ts';

const headings = {
  code: ['code', 'critère', 'criterion', 'question'],
  theme: ['theme', 'thème', 'domaine'],
  scope: ['scope', 'portée', 'champ'],
  condition: ['condition', "condition d'application"],
  applies_when: ['applies_when', "s'applique si"],
  obligation: ['obligation', 'base légale'],
  title_fr: ['title_fr', 'titre court'],
  title_en: ['title_en'],
  label_fr: ['label_fr', 'libellé', 'intitulé'],
  label_en: ['label_en'],
  target: ['target', 'niveau_cible', 'cible']
} as const satisfies Headings<string>;

type TextField = keyof typeof headings;

const fields = fieldsByKey<TextField>(headings);
const required = ['code', 'theme', 'scope', 'target'] as const;
const scopes = new Map<string, Scope>([
  ['common', 'common'],
  ['commun', 'common'],
  ['conditional', 'conditional'],
  ['conditionnel', 'conditional']
]);

/** Reads a questionnaire's definition (`formats.md`, section 1): the whole of it, or all that is wrong with it. */
export function readQuestionnaire(file: OpenedFile, options: ReadOptions = {}): ParsedQuestionnaire {
  const { table, problems } = readTable(file, (heading) => fieldOf(heading) !== undefined, options);
  if (!table) return { problems };
  const { at, problems: headingProblems } = findColumns(table, fieldOf);
  const found = [...headingProblems, ...missingFields(table, at)];
  if (found.length > 0) return { problems: found };
  return readCriteria(table, at);
}

function fieldOf(heading: string): string | undefined {
  return fields.get(headingKey(heading)) ?? levelField(headingKey(heading));
}

function missingFields(table: Table, at: Map<string, number>): Problem[] {
  const missing: string[] = required.filter((field) => !at.has(field));
  if (!at.has('label_fr') && !at.has('label_en')) missing.push('label_fr');
  if (![...at.keys()].some((field) => field.startsWith('level_'))) missing.push('level_1_fr');
  return missing.map((field) => missingColumn(table, field));
}

/** One record: its cells by field, and where to report what is wrong with them. */
interface Row {
  line: number;
  has: (field: string) => boolean;
  written: (field: string) => string;
  report: (
    code: ProblemCode,
    field: string,
    detail?: Problem['detail'],
    severity?: Problem['severity']
  ) => void;
}

function readCriteria(table: Table, at: Map<string, number>): ParsedQuestionnaire {
  const problems: Problem[] = [];
  const criteria: Criterion[] = [];
  const rows: Row[] = [];
  const firstLines = new Map<string, number>();
  table.rows.forEach((cells, i) => {
    problems.push(...(table.flaws?.get(table.lines[i] ?? 0) ?? []));
    const shape = rowShape(table, cells);
    if (shape && shape !== 'short_row')
      problems.push(shapeProblem(table, { cells, line: table.lines[i] ?? 0 }, shape));
    else rows.push(rowAt(table, at, i, problems));
  });
  for (const row of rows) criteria.push(readCriterion(row, firstLines));
  checkConditions(criteria, rows);
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  return { questionnaire: { criteria }, problems };
}

/** A condition only serves to check answers, so one that can't be read is a warning, and then checks nothing. */
function checkConditions(criteria: Criterion[], rows: Row[]): void {
  rows.forEach((row, i) => {
    const condition = readCondition(criteria[i]?.appliesWhen ?? '', criteria);
    if (!Array.isArray(condition)) row.report('bad_condition', 'applies_when', condition, 'warning');
  });
}

function rowAt(table: Table, at: Map<string, number>, index: number, problems: Problem[]): Row {
  const line = table.lines[index] ?? 0;
  const written = (field: string) => table.rows[index]?.[at.get(field) ?? -1] ?? '';
  const report: Row['report'] = (code, field, detail, severity = 'error') => {
    const column = table.headings[at.get(field) ?? -1] ?? field;
    const value = written(field);
    const problem: Problem = { severity, file: table.file, line, column, value, code };
    problems.push(detail ? { ...problem, detail } : problem);
  };
  return { line, has: (field) => at.has(field), written, report };
}

function readCriterion(row: Row, firstLines: Map<string, number>): Criterion {
  const text = (field: TextField) => row.written(field).trim();
  const { levels, flaws } = findLevels(row.written);
  checkCode(row, firstLines);
  if (text('theme') === '') row.report('missing_value', 'theme');
  if (text('label_fr') === '' && text('label_en') === '') {
    row.report('missing_value', row.has('label_fr') ? 'label_fr' : 'label_en');
  }
  flaws.forEach((flaw) => reportLevels(row, flaw));
  return {
    code: text('code'),
    theme: text('theme'),
    scope: readScope(row),
    condition: text('condition'),
    appliesWhen: text('applies_when'),
    obligation: text('obligation'),
    titleFr: text('title_fr'),
    titleEn: text('title_en'),
    labelFr: text('label_fr'),
    labelEn: text('label_en'),
    levels,
    target: readTarget(row, levels.length, flaws.length > 0)
  };
}

function checkCode(row: Row, firstLines: Map<string, number>): void {
  const key = codeKey(row.written('code'));
  const first = firstLines.get(key);
  if (key === '') row.report('missing_value', 'code');
  else if (first !== undefined) row.report('duplicate_criterion', 'code', { first });
  else firstLines.set(key, row.line);
}

function readScope(row: Row): Scope {
  const scope = scopes.get(fold(row.written('scope')));
  if (!scope) row.report('bad_scope', 'scope');
  return scope ?? 'common';
}

/** Where the levels themselves are wrong, a target is held against none of them. */
function readTarget(row: Row, levels: number, flawed: boolean): number {
  const target = wholeNumber(row.written('target'));
  const highest = flawed ? MAX_LEVELS : levels;
  if (target === undefined || target < 1 || target > highest)
    row.report('bad_target', 'target', { levels: highest });
  return target ?? 1;
}

function reportLevels(row: Row, { field, ...detail }: LevelFlaw): void {
  row.report('bad_levels', field, { ...detail, criterion: row.written('code').trim() });
}
