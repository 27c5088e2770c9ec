import type { Highs } from 'highs';

/** One of `any` must be chosen; where `unless` is given, only if that one is chosen. */
export interface Clause {
  any: number[];
  unless?: number;
}

/** The cheapest choice that meets every clause, proven; undefined where there is none. Costs are above 0. */
export function cheapestChoice(
  highs: Highs,
  costs: readonly number[],
  clauses: readonly Clause[]
): Set<number> | undefined {
  const columns = [...new Set(clauses.flatMap(({ any, unless = [] }) => any.concat(unless)))];
  if (columns.length === 0) return clauses.length === 0 ? new Set() : undefined;
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
  const model = {
    numCols: columns.length,
    numRows: clauses.length,
    colCost: columns.map((column) => costs[column] ?? 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: clauses.map(({ unless }) => (unless === undefined ? 1 : 0)),
    rowUpper: clauses.map(() => highs.infinity),
    integrality: columns.map(() => 1 as const),
    matrix: {
      format: 'csr' as const,
      numRows: clauses.length,
      numCols: columns.length,
      starts,
      indices,
      values
    }
  };
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 1 });
    if (solver.run().modelStatus !== highs.constants.modelStatus.optimal) return undefined;
    const chosen = solver.getSolution().colValue;
    return new Set(columns.filter((_, i) => (chosen[i] ?? 0) > 0.5));
  });
}
