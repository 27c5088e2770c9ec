import { fold } from '#lib/i18n/fold.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import {
  requirementWeights,
  type Requirement,
  type RequirementStatus,
  type RequirementWeight
} from '#lib/maturity/requirements.ts';
import { labelsOf, wholeNumber } from './answer-cell.ts';
import { codeKey } from './criterion-code.ts';
import { oneLine, readDay } from './comments.ts';
import { readFieldRows, type FieldFile, type FieldRow } from './field-rows.ts';
import { scenarioFields, statusWords, themeWords, yesNoWords, type ScenarioField } from './scenario-words.ts';
import type { OpenedFile, ReadOptions } from './types.ts';

type Row = FieldRow<ScenarioField>;

/** What the lines read so far hold: the line of each criterion and of each code. */
interface Seen {
  criteria: Map<string, number>;
  codes: Map<string, number>;
}

/**
 * Reads a scenario (`formats.md`, section 5) on a questionnaire's criteria: its lines in order, and all that is wrong with
 * it. A cell that is wrong leaves out its line.
 */
export function readScenario(
  file: OpenedFile,
  criteria: readonly Criterion[],
  options: ReadOptions = {}
): FieldFile<Requirement> {
  const byCode = new Map(criteria.map((criterion) => [codeKey(criterion.code), criterion]));
  const seen: Seen = { criteria: new Map(), codes: new Map() };
  return readFieldRows(file, scenarioFields, [['criterion']], (row) => readLine(row, byCode, seen), options);
}

function readLine(row: Row, byCode: Map<string, Criterion>, seen: Seen): Requirement | undefined {
  const criterion = readCriterion(row, byCode, seen);
  const read = {
    criterion: criterion && criterion.code,
    level: criterion === undefined ? undefined : readLevel(row, criterion),
    theme: readWord(row, 'theme', themeWords, 'unknown_theme'),
    status: readStatus(row),
    weight: readWeight(row),
    code: readCode(row, seen),
    wording: text(row, 'wording'),
    proof: text(row, 'proof'),
    effectiveFrom: readDay(row, 'effective_from'),
    note: text(row, 'note'),
    promised: readPromised(row)
  };
  return isWhole(read) ? read : undefined;
}

/** Without the apostrophe by which the application's own files keep a text from running as a formula. */
function text(row: Row, field: ScenarioField): string {
  return row.cell(field).replace(/^'(?=[=+\-@])/, '');
}

type Read = { [Field in keyof Requirement]: Requirement[Field] | undefined };

/** Undefined stands for what was reported. */
function isWhole(read: Read): read is Requirement {
  return Object.values(read).every((value) => value !== undefined);
}

/** Null where none is named. */
function readCriterion(row: Row, byCode: Map<string, Criterion>, seen: Seen): Criterion | null | undefined {
  const written = text(row, 'criterion');
  if (written === '') return null;
  const key = codeKey(written);
  const criterion = byCode.get(key);
  if (!criterion) return row.fail('unknown_criterion', 'criterion', { cell: 'yes' });
  const first = seen.criteria.get(key);
  if (first !== undefined) return row.fail('duplicate_criterion', 'criterion', { first, cell: 'yes' });
  seen.criteria.set(key, row.line);
  return criterion;
}

const mostLevels = 10;

/** A number or the level's label; by default the target. */
function readLevel(row: Row, criterion: Criterion | null): number | null | undefined {
  const written = row.cell('level');
  if (written === '') return criterion?.target ?? null;
  const labelled = criterion ? labelsOf(criterion).get(fold(written)) : undefined;
  const level = labelled ?? wholeNumber(written);
  const levels = criterion?.levels.length ?? mostLevels;
  if (level !== undefined && level >= 1 && level <= levels) return level;
  return row.fail('level_out_of_range', 'level', { criterion: criterion?.code ?? '', levels });
}

function readWord<Meaning>(
  row: Row,
  field: ScenarioField,
  words: Map<string, Meaning>,
  code: 'unknown_theme' | 'unknown_status' | 'unknown_yes_no'
): Meaning | null | undefined {
  const written = row.cell(field);
  return written === '' ? null : (words.get(fold(written)) ?? row.fail(code, field));
}

/** `mandatory: no` alone means recommended: candidates are not yet in the set, and a line is. */
function readStatus(row: Row): RequirementStatus | undefined {
  const status = readWord(row, 'status', statusWords, 'unknown_status');
  const mandatory = readWord(row, 'mandatory', yesNoWords, 'unknown_yes_no');
  if (status === undefined || mandatory === undefined) return undefined;
  if (mandatory === null) return status ?? 'mandatory';
  if (status === null) return mandatory ? 'mandatory' : 'recommended';
  return (status === 'mandatory') === mandatory
    ? status
    : row.fail('conflicting_status', 'mandatory', { status: row.cell('status') });
}

function readWeight(row: Row): RequirementWeight | undefined {
  const written = row.cell('weight');
  if (written === '') return 1;
  const weight = wholeNumber(written);
  return requirementWeights.find((one) => one === weight) ?? row.fail('bad_weight', 'weight');
}

function readCode(row: Row, { codes }: Seen): string | undefined {
  const code = oneLine(text(row, 'code'));
  if (code === '') return '';
  const first = codes.get(codeKey(code));
  if (first !== undefined) return row.fail('duplicate_requirement', 'code', { first });
  codes.set(codeKey(code), row.line);
  return code;
}

/** A whole percentage, with or without its sign. */
function readPromised(row: Row): number | null | undefined {
  const written = row.cell('promised').replace(/\s*%$/, '');
  if (written === '') return null;
  const share = wholeNumber(written);
  return share !== undefined && share >= 0 && share <= 100 ? share : row.fail('bad_promise', 'promised');
}
