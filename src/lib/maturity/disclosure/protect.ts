import type { Highs } from 'highs';
import { ofSameAnswers } from '#lib/maturity/disclosure-audit/earlier.ts';
import { cellKey, type Cell, type CellName } from '#lib/maturity/publication/cell.ts';
import { sectionOf } from '#lib/maturity/publication/sections.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import { cellsOf } from './cells-of.ts';
import type { Material } from './material.ts';
import type { Rule } from './rules.ts';
import { sensitiveUnits, type RuledUnit } from './sensitive-units.ts';
import { suppress } from './suppress.ts';

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

/**
 * Everything but criteria by corridor is protected first, whether these are asked for or not, and stays as it is when
 * they are, and so does what was kept back before: a publication with them and one without never tell more together than each alone.
 */
function withheldUnits(solver: Highs, material: Material, units: readonly RuledUnit[]): Set<number> {
  const told = toldBefore(material);
  const base = units.filter((unit) => !isCrossed(unit));
  const isFree = (unit: RuledUnit) => !unit.isSize && !told.isPrinted(unit);
  const counts = material.counts.filter((count) => sectionOf(count) !== 'criteria-by-corridor');
  const keptBefore = indicesWhere(base, told.isKept);
  const first = suppress(solver, { ...material, counts }, base, indicesWhere(base, isFree), keptBefore);
  if (base.length === units.length) return first;
  const start = new Set([...first].map((i) => units.indexOf(base[i] as RuledUnit)));
  for (const i of indicesWhere(units, told.isKept)) start.add(i);
  return suppress(
    solver,
    material,
    units,
    indicesWhere(units, (u) => isCrossed(u) && isFree(u)),
    start
  );
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
  const units = sensitiveUnits(material, thresholds);
  const withheld = withheldUnits(solver, material, units);
  const cells = cellsOf(material.counts, units, withheld);
  return { cells, log: logOf(cells, units) };
}
