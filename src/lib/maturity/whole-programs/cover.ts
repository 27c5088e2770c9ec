import type { Highs, HighsOptions, ModelData } from 'highs';

/** One of `any` must be chosen; where `unless` is given, only if that one is chosen. */
export interface Clause {
  any: number[];
  unless?: number;
}

const tolerance = 1e-6;

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
  for (const { any, unless } of clauses) {
    indices.push(...any.map(placeOf), ...(unless === undefined ? [] : [placeOf(unless)]));
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

/**
 * The cheapest choice that meets every clause, proven; undefined where there is none. Costs are above 0. Where the choice by
 * linear programming is whole, as it mostly is, none in whole numbers is cheaper.
 */
export function cheapestChoice(
  highs: Highs,
  costs: readonly number[],
  clauses: readonly Clause[]
): Set<number> | undefined {
  const columns = [...new Set(clauses.flatMap(({ any, unless = [] }) => any.concat(unless)))];
  if (columns.length === 0) return clauses.length === 0 ? new Set() : undefined;
  const model = relaxed(highs, columns, costs, clauses);
  const point = optimum(highs, model, { presolve: 'off', solver: 'simplex' });
  const whole = point?.every((part) => Math.abs(part - Math.round(part)) < tolerance)
    ? point
    : optimum(highs, { ...model, integrality: columns.map(() => 1) }, { mip_rel_gap: 0, random_seed: 1 });
  return whole && new Set(columns.filter((_, i) => (whole[i] ?? 0) > 0.5));
}
