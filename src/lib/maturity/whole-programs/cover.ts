import type { Highs, HighsOptions, ModelData } from 'highs';
import { disjointSets } from './disjoint-sets.ts';

/** One of `any` must be chosen; where `unless` is given, only if that one is chosen. */
export interface Clause {
  any: number[];
  unless?: number;
}

const tolerance = 1e-6;

function columnsOf({ any, unless }: Clause): number[] {
  return unless === undefined ? any : [...any, unless];
}

/** Columns are what may be chosen, from 0 not at all to 1; each clause is a row. */
function relaxed(
  highs: Highs,
  columns: number[],
  costs: readonly number[],
  clauses: readonly Clause[]
): ModelData {
  const place = new Map(columns.map((column, i) => [column, i]));
  const placeOf = (column: number) => place.get(column) ?? 0;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const clause of clauses) {
    const { any, unless } = clause;
    indices.push(...columnsOf(clause).map(placeOf));
    values.push(...any.map(() => 1), ...(unless === undefined ? [] : [-1]));
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: clauses.length,
    colCost: columns.map((column) => costs[column] ?? 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: clauses.map(({ unless }) => (unless === undefined ? 1 : 0)),
    rowUpper: clauses.map(() => highs.infinity),
    matrix: {
      format: 'csr',
      numRows: clauses.length,
      numCols: columns.length,
      starts,
      indices,
      values
    }
  };
}

function optimum(highs: Highs, model: ModelData, options: Partial<HighsOptions>): Float64Array | undefined {
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, ...options });
    const isSolved = solver.run().modelStatus === highs.constants.modelStatus.optimal;
    return isSolved ? solver.getSolution().colValue : undefined;
  });
}

/** Clauses that have no column in common, even by way of others, are met apart. */
function apart(clauses: readonly Clause[]): Clause[][] {
  const sets = disjointSets(1 + Math.max(0, ...clauses.flatMap(columnsOf)));
  for (const clause of clauses) {
    const [first = 0, ...others] = columnsOf(clause);
    for (const other of others) sets.join(other, first);
  }
  const groups = new Map<number, Clause[]>();
  for (const clause of clauses) {
    const root = sets.find(columnsOf(clause)[0] ?? 0);
    groups.set(root, [...(groups.get(root) ?? []), clause]);
  }
  return [...groups.values()];
}

/** Where the choice by linear programming is whole, as it mostly is, none in whole numbers is cheaper. */
function cheapestTogether(
  highs: Highs,
  costs: readonly number[],
  clauses: readonly Clause[]
): number[] | undefined {
  const columns = [...new Set(clauses.flatMap(columnsOf))];
  if (columns.length === 0) return undefined;
  const model = relaxed(highs, columns, costs, clauses);
  const point = optimum(highs, model, { presolve: 'off', solver: 'simplex' });
  const whole = point?.every((part) => Math.abs(part - Math.round(part)) < tolerance)
    ? point
    : optimum(
        highs,
        { ...model, integrality: columns.map(() => 1) },
        { presolve: 'off', mip_rel_gap: 0, random_seed: 1 }
      );
  return whole && columns.filter((_, i) => (whole[i] ?? 0) > 0.5);
}

/** The cheapest choice that meets every clause, proven; undefined where there is none. Costs are above 0. */
export function cheapestChoice(
  highs: Highs,
  costs: readonly number[],
  clauses: readonly Clause[]
): Set<number> | undefined {
  const choice = new Set<number>();
  for (const group of apart(clauses)) {
    const chosen = cheapestTogether(highs, costs, group);
    if (!chosen) return undefined;
    for (const column of chosen) choice.add(column);
  }
  return choice;
}
