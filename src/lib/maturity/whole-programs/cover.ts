import type { Highs } from 'highs';

/** One of `any` must be chosen; where `unless` is given, only if that one is chosen. */
export interface Clause {
  any: number[];
  unless?: number;
}

/** The cheapest choice that meets every clause, proven; undefined where there is none. */
export function cheapestChoice(
  highs: Highs,
  costs: readonly number[],
  clauses: readonly Clause[]
): Set<number> | undefined {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { any, unless } of clauses) {
    indices.push(...any, ...(unless === undefined ? [] : [unless]));
    values.push(...any.map(() => 1), ...(unless === undefined ? [] : [-1]));
    starts.push(indices.length);
  }
  const model = {
    numCols: costs.length,
    numRows: clauses.length,
    colCost: costs,
    colLower: costs.map(() => 0),
    colUpper: costs.map(() => 1),
    rowLower: clauses.map(({ unless }) => (unless === undefined ? 1 : 0)),
    rowUpper: clauses.map(() => highs.infinity),
    integrality: costs.map(() => 1 as const),
    matrix: {
      format: 'csr' as const,
      numRows: clauses.length,
      numCols: costs.length,
      starts,
      indices,
      values
    }
  };
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 1 });
    if (solver.run().modelStatus !== highs.constants.modelStatus.optimal) return undefined;
    const chosen = solver.getSolution().colValue;
    return new Set([...chosen.keys()].filter((i) => (chosen[i] ?? 0) > 0.5));
  });
}
