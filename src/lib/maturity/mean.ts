import { quantileOf } from './quantile.ts';

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median as definition 7 has it, as DuckDB's `quantile_cont` interpolates it too; null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileOf(
        [...values].sort((a, b) => a - b),
        0.5
      );
}
