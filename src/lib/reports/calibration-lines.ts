import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Addable } from '#lib/maturity/addable.ts';
import { attainedAt } from '#lib/maturity/attained-at.ts';
import type { Consequences } from '#lib/maturity/consequences.ts';
import { demandsOf } from '#lib/maturity/demands.ts';
import type { LevelCriterion, LevelTable } from '#lib/maturity/level-table.ts';
import { criterionKey } from '#lib/maturity/questionnaire.ts';
import { lineOf, requirementStatuses, type Requirement } from '#lib/maturity/requirements.ts';
import { lineKey } from '#lib/maturity/scenario-fields.ts';

/** One criterion on the calibration page, in the scenario or not. */
export interface CalibrationLine {
  /** By which the form knows it. */
  key: string;
  /** The criterion's code; null where attainment is unknown. */
  criterion: string | null;
  name: string;
  /** Undefined where the scenario leaves it out. */
  line: Requirement | undefined;
  status: Requirement['status'] | 'outside';
  /** Null without a criterion. */
  level: number | null;
  target: number | null;
  /** The levels that may be required: from 2 on, and whatever is required now. */
  levels: number[];
  obligation: string;
  applicable: number;
  attained: number;
  /** Of a mandatory one. */
  blocksAlone: number | undefined;
  /** Of another one. */
  added: Addable | undefined;
}

function choosable(levels: number, required: number): number[] {
  const from2 = Array.from({ length: levels - 1 }, (_, i) => i + 2);
  return from2.includes(required) ? from2 : [required, ...from2];
}

function uncovered(line: Requirement, key: string): CalibrationLine {
  return {
    key,
    criterion: null,
    name: line.wording || line.code || line.note,
    line,
    status: line.status,
    level: line.level,
    target: null,
    levels: [],
    obligation: '',
    applicable: 0,
    attained: 0,
    blocksAlone: undefined,
    added: undefined
  };
}

/** Every criterion of the table, then the lines without one, with what counts of each. */
export function calibrationLines(
  table: LevelTable,
  requirements: readonly Requirement[],
  found: Consequences,
  locale: Locale
): CalibrationLine[] {
  const { mandatory, others } = demandsOf(table, requirements);
  const demands = [...mandatory, ...others];
  const counts = new Map(attainedAt(table.products, demands).map((own, d) => [demands[d]?.column, own]));
  const blocks = new Map(found.perRequirement.map(({ criterion, blocksAlone }) => [criterion, blocksAlone]));
  const added = new Map(found.addable.map((one) => [one.criterion, one]));
  const ofCriterion = (criterion: LevelCriterion, column: number): CalibrationLine => {
    const { code, target, levels, obligation } = criterion;
    const line = lineOf(requirements, code);
    const level = line?.level ?? target;
    return {
      key: code,
      criterion: code,
      name: nameOf(criterion, locale),
      line,
      status: line?.status ?? 'outside',
      level,
      target,
      levels: choosable(levels, level),
      obligation,
      ...(counts.get(column) ?? { applicable: 0, attained: 0 }),
      blocksAlone: blocks.get(code),
      added: added.get(code)
    };
  };
  const unknown = requirements.flatMap((line, place) =>
    line.criterion === null ? [uncovered(line, lineKey(line, place))] : []
  );
  return [...table.criteria.map(ofCriterion), ...unknown];
}

/** A few words for a criterion of a table of levels. */
export function nameOf(criterion: LevelCriterion, locale: Locale): string {
  return criterionName(criterion, locale);
}

/** A heading of the list with the keys of its lines. */
export interface LineGroup {
  id: 'law' | 'ssi' | 'ie' | 'iam' | 'none' | 'unknown' | 'outside';
  /** Those retained, mandatory or recommended. */
  retained: string[];
  /** The others; a telephone folds them. */
  left: string[];
}

function groupOf({ line, criterion, obligation }: CalibrationLine): LineGroup['id'] {
  if (criterion === null) return 'unknown';
  if (!line) return 'outside';
  return obligation === '' ? (line.theme ?? 'none') : 'law';
}

function share({ applicable, attained }: CalibrationLine): number {
  return applicable === 0 ? -1 : attained / applicable;
}

function isRetained({ status }: CalibrationLine): boolean {
  return status === 'mandatory' || status === 'recommended';
}

const order: LineGroup['id'][] = ['law', 'ssi', 'ie', 'iam', 'none', 'unknown', 'outside'];

/** By theme, then status, then share attained; what the law already requires comes first, apart. */
export function lineGroups(lines: readonly CalibrationLine[]): LineGroup[] {
  const rank = ({ status }: CalibrationLine) =>
    status === 'outside' ? 9 : requirementStatuses.indexOf(status);
  const sorted = [...lines].sort((a, b) => rank(a) - rank(b) || share(b) - share(a));
  return order.flatMap((id) => {
    const own = sorted.filter((line) => groupOf(line) === id);
    const keysOf = (lines: CalibrationLine[]) => lines.map(({ key }) => key);
    const retained = keysOf(own.filter(isRetained));
    const left = keysOf(own.filter((line) => !isRetained(line)));
    return own.length === 0 ? [] : [{ id, retained, left }];
  });
}

/** The name of a criterion by its code, as titles quote it. */
export function namesIn(table: LevelTable, locale: Locale): (code: string) => string {
  const names = new Map(
    table.criteria.map((criterion) => [criterionKey(criterion.code), nameOf(criterion, locale)])
  );
  return (code) => names.get(criterionKey(code)) ?? code;
}
