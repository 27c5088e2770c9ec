import type { Edges } from './bands.ts';
import { bootstrap, type Resampled } from './bootstrap.ts';
import { criterionPairs, type CriterionPair } from './criterion-pairs.ts';
import { itemRest, type ItemRest } from './item-rest.ts';
import { leavingOut, meanRate, type LeftOut } from './leave-one-out.ts';
import { gridOf, type Grid, type Matrix } from './matrix.ts';
import { reproducibility, scalogram, type Reproducibility, type Scalogram } from './scalogram.ts';
import { byVendorSize, sizeTest, type SizeFigures } from './size-comparison.ts';

/** What holds the questionnaire together: all statistics of domain definition 14 but the audits'. */
export interface Analysis {
  matrix: Matrix;
  grid: Grid;
  scalogram: Scalogram;
  reproducibility: Reproducibility;
  /** One row a criterion, as the next. */
  itemRest: ItemRest[];
  leftOut: LeftOut[];
  /** The mean product rate, from 0 to 1. */
  mean: number | null;
  pairs: CriterionPair[];
  resampled: Resampled;
  sizes: SizeFigures[];
  /** The chance that sizes differ as much by themselves. */
  sizeChance: number | null;
}

/** The analysis of what is in view. It takes up to a second and yields often, so that others can have their turn. */
export function* analyse(matrix: Matrix, edges: Edges): Generator<void, Analysis> {
  const grid = gridOf(matrix);
  yield;
  const ladder = scalogram(grid);
  yield;
  const rest = itemRest(grid);
  yield;
  const leftOut = leavingOut(grid);
  const pairs = yield* criterionPairs(grid);
  const resampled = yield* bootstrap(grid, edges);
  const sizeChance = yield* sizeTest(matrix, grid);
  return {
    matrix,
    grid,
    scalogram: ladder,
    reproducibility: reproducibility(ladder),
    itemRest: rest,
    leftOut,
    mean: meanRate(grid),
    pairs,
    resampled,
    sizes: byVendorSize(matrix, grid),
    sizeChance
  };
}
