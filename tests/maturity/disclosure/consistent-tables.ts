import type { AuditedCriterion } from '#lib/maturity/disclosure-audit/questionnaire.ts';
import type { Cell, CellName } from '#lib/maturity/publication/cell.ts';

/*
 * Every table that an outsider must hold possible, by trying all: no program, no sums written down, nothing of the
 * auditor's. For questionnaires of one theme.
 */

/** Products of each corridor by state: not applicable, unanswered, level 1 …; or by band. */
type Split = number[][];

/** A campaign as somebody imagines it: answers by criterion, bands apart. */
interface Part {
  count(cell: CellName): number;
}

/** All ways to split `total` into so many parts. */
function splits(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    splits(total - first, parts - 1).map((rest) => [first, ...rest])
  ).flat();
}

function product<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((one) => [...head, one])), [[]]);
}

function allows({ status, value }: Cell, count: number): boolean {
  return status === 'withheld' || (status === 'under_3' ? count <= 2 : count === value);
}

function total(
  split: Split,
  corridors: string[],
  corridor: string,
  states: (state: number) => boolean
): number {
  return split.reduce(
    (sum, counts, k) =>
      corridor === '' || corridors[k] === corridor
        ? sum + counts.reduce((own, count, state) => own + (states(state) ? count : 0), 0)
        : sum,
    0
  );
}

/** Whether answers in this state are counted by a measure. */
function statesOf({ measure, level }: CellName, target: number): (state: number) => boolean {
  const states: Partial<Record<CellName['measure'], (state: number) => boolean>> = {
    applicable: (state) => state > 0,
    not_applicable: (state) => state === 0,
    unanswered: (state) => state === 1,
    attained: (state) => state > target,
    level: (state) => state === Number(level) + 1
  };
  return states[measure] ?? (() => false);
}

function sizesOf(cells: readonly Cell[]): { corridors: string[]; sizes: number[] } {
  const sizes = cells.filter((cell) => cell.measure === 'products' && cell.band === '');
  const own = sizes.filter(({ corridor }) => corridor !== '');
  const shown = own.length > 0 ? own : sizes;
  return {
    corridors: shown.map(({ corridor }) => corridor),
    sizes: shown.map(({ value }) => value ?? 0)
  };
}

/** Every way in which one criterion may have been answered, as far as its own cells tell. */
function answersTo({ code, scope, levels, target }: AuditedCriterion, cells: readonly Cell[]): Part[] {
  const { corridors, sizes } = sizesOf(cells);
  const own = cells.filter(({ criterion }) => criterion === code);
  const perCorridor = sizes.map((size) =>
    splits(size, levels + (scope === 'common' ? 1 : 2)).map((counts) =>
      scope === 'common' ? [0, ...counts] : counts
    )
  );
  return product(perCorridor)
    .map((split): Part => ({
      count: (cell) =>
        cell.criterion === '' || cell.criterion === code
          ? total(split, corridors, cell.corridor, statesOf(cell, target))
          : 0
    }))
    .filter(({ count }) => own.every((cell) => allows(cell, count(cell))));
}

/** Every way in which bands may be filled, all products being rated. */
function bandings(cells: readonly Cell[]): Part[] {
  const { corridors, sizes } = sizesOf(cells);
  const own = cells.filter(({ band, measure }) => band !== '' || measure === 'rated');
  const bands = [...new Set(own.map(({ band }) => band))].filter((band) => band !== '');
  return product(sizes.map((size) => splits(size, bands.length)))
    .map((split): Part => ({
      count: ({ band, corridor }) =>
        total(split, corridors, corridor, (state) => band === '' || bands[state] === band)
    }))
    .filter(({ count }) => own.every((cell) => allows(cell, count(cell))));
}

/** Calls back with one part of each list, for all of them in turn. */
function forEach(lists: Part[][], visit: (parts: Part[]) => void, parts: Part[] = []): void {
  const list = lists[parts.length];
  if (!list) return visit(parts);
  for (const part of list) forEach(lists, visit, [...parts, part]);
}

/** Of each target its values in the tables that agree with the cells that count over all criteria. */
function valuesOver(lists: Part[][], cells: readonly Cell[], targets: readonly CellName[]): Set<number>[] {
  const over = cells.filter(
    ({ criterion, corridor, measure, status }) =>
      criterion === '' &&
      corridor !== '' &&
      status !== 'withheld' &&
      ['applicable', 'attained'].includes(measure)
  );
  const values = targets.map(() => new Set<number>());
  forEach(lists, (parts) => {
    const count = (cell: CellName) => parts.reduce((sum, part) => sum + part.count(cell), 0);
    if (over.every((cell) => allows(cell, count(cell))))
      targets.forEach((target, i) => values[i]?.add(count(target)));
  });
  return values;
}

function listsOf(cells: readonly Cell[], criteria: AuditedCriterion[]): Part[][] {
  return criteria.map((criterion) => answersTo(criterion, cells));
}

/** How many tables would have to be tried. */
export function effort(cells: readonly Cell[], criteria: AuditedCriterion[]): number {
  return listsOf(cells, criteria)
    .map(({ length }) => length)
    .reduce((a, b) => a * b, 1);
}

/** Of each target, every value that it has in some table that agrees with all cells. */
export function possibleValues(
  cells: readonly Cell[],
  criteria: AuditedCriterion[],
  targets: readonly CellName[]
): Set<number>[] {
  const answers = valuesOver(listsOf(cells, criteria), cells, targets);
  const banded = targets.some(({ band }) => band !== '') ? bandings(cells) : [];
  return targets.map((target, i) =>
    target.band === '' ? (answers[i] ?? new Set()) : new Set(banded.map(({ count }) => count(target)))
  );
}
