import type { Highs, Model, Solution } from 'highs';

type Solved = Pick<Solution, 'colValue' | 'colDual'>;

/** Unknown whole numbers between bounds, each sum `total = Σ parts` among them, by index. */
export interface Program {
  lower: number[];
  upper: number[];
  sums: { total: number; parts: number[] }[];
}

/** How far a weighted sum of the unknowns goes. */
export interface Extreme {
  value: number;
  /** A solution in whole numbers at which it is reached. */
  point: Float64Array;
  /** The unknowns whose bounds hold it there; undefined where only the whole numbers do. */
  held: number[] | undefined;
}

export type Term = readonly [unknown: number, weight: number];

/** A program kept in the solver while it is asked about. */
export interface OpenProgram {
  /** The most that the sum of `terms` can be; undefined where the bounds contradict each other. */
  most(terms: readonly Term[]): Extreme | undefined;
  /** The same as far as linear programming alone tells it: undefined too where its solution is not in whole numbers. */
  vertex(terms: readonly Term[]): Extreme | undefined;
  /** Gives every unknown other bounds; the solver goes on from where it is. */
  rebound(bounds: Pick<Program, 'lower' | 'upper'>): void;
  close(): void;
}

const tolerance = 1e-6;

function dataOf({ lower, upper, sums }: Program, integer: boolean) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { total, parts } of sums) {
    indices.push(total, ...parts);
    values.push(1, ...parts.map(() => -1));
    starts.push(indices.length);
  }
  const zeros = sums.map(() => 0);
  return {
    numCols: lower.length,
    numRows: sums.length,
    colCost: lower.map(() => 0),
    colLower: lower,
    colUpper: upper,
    rowLower: zeros,
    rowUpper: zeros,
    matrix: { format: 'csr' as const, numRows: sums.length, numCols: lower.length, starts, indices, values },
    ...(integer ? { integrality: lower.map(() => 1 as const) } : {})
  };
}

function isWhole(point: Float64Array): boolean {
  return point.every((value) => Math.abs(value - Math.round(value)) < tolerance);
}

function rounded(point: Float64Array): Float64Array {
  return point.map((value) => Math.round(value));
}

function weigh(model: Model, terms: readonly Term[], factor: number): void {
  for (const [unknown, weight] of terms) model.changeColCost(unknown, weight * factor);
}

function valueAt(point: Float64Array, terms: readonly Term[]): number {
  return terms.reduce((sum, [unknown, weight]) => sum + weight * (point[unknown] ?? 0), 0);
}

/** Minimises the negation of the sum, so that no sense needs changing; undefined unless an optimum is found. */
function solution(model: Model, terms: readonly Term[], optimal: number): Solved | undefined {
  weigh(model, terms, -1);
  const isSolved = model.run().modelStatus === optimal;
  const found = isSolved ? model.getSolution() : undefined;
  weigh(model, terms, 0);
  return found;
}

function wholeExtreme({ colValue, colDual }: Solved, terms: readonly Term[]): Extreme | undefined {
  if (!isWhole(colValue)) return undefined;
  const point = rounded(colValue);
  const held = [...colDual.keys()].filter((unknown) => Math.abs(colDual[unknown] ?? 0) > tolerance);
  return { value: valueAt(point, terms), point, held };
}

function inWholeNumbers(highs: Highs, program: Program, terms: readonly Term[]): Extreme | undefined {
  return highs.withModel(dataOf(program, true), (model) => {
    // the solver's presolve of whole numbers is known to miss optima
    model.options.set({ output_flag: false, presolve: 'off', mip_rel_gap: 0, mip_abs_gap: 0.5 });
    const found = solution(model, terms, highs.constants.modelStatus.optimal);
    if (!found) return undefined;
    const point = rounded(found.colValue);
    return { value: valueAt(point, terms), point, held: undefined };
  });
}

/**
 * Linear programming first: sums over tables mostly have whole vertices, and then its optimum is that of whole numbers.
 * Where a vertex is not whole, the same is asked of the integer solver.
 */
export function openProgram(highs: Highs, program: Program): OpenProgram {
  const model = highs.createModel(dataOf(program, false));
  const all = { kind: 'range', from: 0, to: program.lower.length - 1 } as const;
  let current = program;
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  const solve = (terms: readonly Term[]) => solution(model, terms, highs.constants.modelStatus.optimal);
  return {
    most(terms) {
      const found = solve(terms);
      return found && (wholeExtreme(found, terms) ?? inWholeNumbers(highs, current, terms));
    },
    vertex(terms) {
      const found = solve(terms);
      return found && wholeExtreme(found, terms);
    },
    rebound({ lower, upper }) {
      model.changeColsBounds(all, lower, upper);
      current = { ...program, lower, upper };
    },
    close: () => model.dispose()
  };
}
