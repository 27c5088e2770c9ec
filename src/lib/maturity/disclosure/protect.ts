import type { Highs } from 'highs';
import { ofSameAnswers } from '#lib/maturity/disclosure-audit/earlier.ts';
import { cellKey, type Cell, type CellName } from '#lib/maturity/publication/cell.ts';
import { sectionOf } from '#lib/maturity/publication/sections.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import { workedOut } from './attackers.ts';
import { cellsOf } from './cells-of.ts';
import type { Material } from './material.ts';
import type { Rule } from './rules.ts';
import { sensitiveUnits, type RuledUnit } from './sensitive-units.ts';
import { CannotProtect, suppress } from './suppress.ts';

/** One line of the disclosure log: which count was withheld and by which rule, without its value. */
export interface Withheld {
  cell: CellName;
  status: Cell['status'];
  rule: Rule;
}

export interface Protected {
  cells: Cell[];
  /** For managers only, in no public file. */
  log: Withheld[];
}

function isCrossed({ cells }: RuledUnit): boolean {
  return cells.some((cell) => sectionOf(cell) === 'criteria-by-corridor');
}

function indicesWhere(units: readonly RuledUnit[], test: (unit: RuledUnit) => boolean): Set<number> {
  return new Set([...units.keys()].filter((i) => units[i] && test(units[i])));
}

/** What earlier publications of the same answers printed, and what all of them kept back. */
interface Told {
  isPrinted(unit: RuledUnit): boolean;
  isKept(unit: RuledUnit): boolean;
}

function toldBefore({ counts, earlier }: Material): Told {
  const all = counts.map((count): Cell => ({ ...count, status: 'published' }));
  const cells = ofSameAnswers(all, earlier).flat();
  const keys = (status: (cell: Cell) => boolean) => new Set(cells.filter(status).map(cellKey));
  const [printed, kept] = [
    keys(({ status }) => status !== 'withheld'),
    keys(({ status }) => status === 'withheld')
  ];
  const isPrinted = (unit: RuledUnit) => unit.cells.some((cell) => printed.has(cellKey(cell)));
  return {
    isPrinted,
    isKept: (unit) => !isPrinted(unit) && unit.cells.some((cell) => kept.has(cellKey(cell)))
  };
}

interface Choice {
  material: Material;
  units: readonly RuledUnit[];
  withheld: ReadonlySet<number>;
}

/** All but criteria by corridor. */
function protectedBase(solver: Highs, material: Material, units: readonly RuledUnit[], told: Told): Choice {
  const base = units.filter((unit) => !isCrossed(unit));
  const counts = material.counts.filter((count) => sectionOf(count) !== 'criteria-by-corridor');
  const isFree = (unit: RuledUnit) => !unit.isSize && !told.isPrinted(unit);
  const keptBefore = indicesWhere(base, told.isKept);
  const own = { ...material, counts };
  return {
    material: own,
    units: base,
    withheld: suppress(solver, own, base, indicesWhere(base, isFree), keptBefore)
  };
}

/**
 * Criteria by corridor that could be worked out from all the rest, though none of them were printed: those that must be
 * withheld, or, where only others are in their way, these.
 */
function hopeless(solver: Highs, { material, units, withheld }: Choice): Set<string> {
  const all = new Set([...withheld, ...indicesWhere(units, isCrossed)]);
  const found = workedOut(solver, material, cellsOf(material.counts, units, all))
    .map(({ cell }) => cell)
    .filter((cell) => sectionOf(cell) === 'criteria-by-corridor');
  const ruled = new Set(units.filter(({ rule }) => rule).flatMap(({ cells }) => cells.map(cellKey)));
  const sensitive = found.filter((cell) => ruled.has(cellKey(cell)));
  return new Set((sensitive.length > 0 ? sensitive : found).map(({ criterion }) => criterion));
}

/** The same without these criteria by corridor: what is not stated is not withheld either. */
function leavingOut({ material, units, withheld }: Choice, criteria: ReadonlySet<string>): Choice {
  const isOut = (cell: CellName) =>
    sectionOf(cell) === 'criteria-by-corridor' && criteria.has(cell.criterion);
  const kept = [...units.keys()].filter((i) => !units[i]?.cells.some(isOut));
  return {
    material: { ...material, counts: material.counts.filter((count) => !isOut(count)) },
    units: kept.flatMap((i) => units[i] ?? []),
    withheld: new Set(kept.flatMap((i, place) => (withheld.has(i) ? [place] : [])))
  };
}

function protectedCrossed(solver: Highs, start: Choice, told: Told): Choice {
  const { material, units, withheld } = start;
  const free = indicesWhere(units, (unit) => isCrossed(unit) && !told.isPrinted(unit));
  try {
    return { ...start, withheld: suppress(solver, material, units, free, withheld) };
  } catch (error) {
    if (!(error instanceof CannotProtect)) throw error;
    const criteria = hopeless(solver, start);
    if (criteria.size === 0) throw error;
    return protectedCrossed(solver, leavingOut(start, criteria), told);
  }
}

/**
 * Everything but criteria by corridor is protected first, whether these are asked for or not, and stays as it is when
 * they are, and so does what was kept back before: a publication with them and one without never tell more together than
 * each alone. A criterion of which even so nothing could be withheld in earnest is left out of that table.
 */
function chosen(solver: Highs, material: Material, units: readonly RuledUnit[]): Choice {
  const told = toldBefore(material);
  const base = protectedBase(solver, material, units, told);
  if (base.units.length === units.length) return { ...base, material };
  const start = new Set([...base.withheld].map((i) => units.indexOf(base.units[i] as RuledUnit)));
  for (const i of indicesWhere(units, told.isKept)) start.add(i);
  return protectedCrossed(solver, { material, units, withheld: start }, told);
}

function logOf(cells: readonly Cell[], units: readonly RuledUnit[]): Withheld[] {
  const rules = new Map(
    units.flatMap(({ cells, rule }) => cells.map((cell) => [cellKey(cell), rule] as const))
  );
  return cells
    .filter(({ status }) => status !== 'published')
    .map(({ status, ...cell }) => ({
      cell,
      status,
      rule: ruleFor(rules.get(cellKey(cell)), status)
    }));
}

/** A small count that is withheld altogether is so for another's sake. */
function ruleFor(rule: Rule | undefined, status: Cell['status']): Rule {
  if (rule === 'small') return status === 'under_3' ? 'small' : 'other';
  return rule ?? 'other';
}

/** One campaign's counts as anybody may see them, by domain definition 10. */
export function protect(solver: Highs, material: Material, thresholds: Thresholds): Protected {
  const choice = chosen(solver, material, sensitiveUnits(material, thresholds));
  const cells = cellsOf(choice.material.counts, choice.units, choice.withheld);
  return { cells, log: logOf(cells, choice.units) };
}
