import { markAt, rateAt, uncounted, type Grid } from './matrix.ts';
import { mean } from './mean.ts';

/** What the mean product rate would be if one criterion had not been asked. */
export interface LeftOut {
  /** Products that have a rate without it. */
  rated: number;
  /** From 0 to 1; null where none has. */
  mean: number | null;
  /** `mean` less the mean of all criteria: above 0 where the criterion holds the mean down. */
  change: number | null;
}

/** The mean rate of the rated products; null where there is none. */
export function meanRate(grid: Grid): number | null {
  const rates = Array.from({ length: grid.products }, (_, p) => rateAt(grid, p) ?? []).flat();
  return rates.length === 0 ? null : mean(rates);
}

/** One row a criterion, in the matrix's order. */
export function leavingOut(grid: Grid): LeftOut[] {
  const whole = meanRate(grid);
  return Array.from({ length: grid.criteria }, (_, k) => {
    const rates = ratesWithout(grid, k);
    const without = rates.length === 0 ? null : mean(rates);
    const change = whole === null || without === null ? null : without - whole;
    return { rated: rates.length, mean: without, change };
  });
}

function ratesWithout(grid: Grid, criterion: number): number[] {
  const rates: number[] = [];
  for (let p = 0; p < grid.products; p++) {
    const mark = markAt(grid, p, criterion);
    const counts = mark === uncounted ? 0 : 1;
    const applicable = (grid.applicable[p] ?? 0) - counts;
    if (applicable > 0) rates.push(((grid.attained[p] ?? 0) - counts * mark) / applicable);
  }
  return rates;
}
