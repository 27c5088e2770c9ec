import type { LevelTable } from '../level-table.ts';
import type { Candidate } from './candidate.ts';
import { floorProducts } from './instance.ts';
import { admittedBy, type FrontierPoint } from './points.ts';
import type { FrontierQuery } from './query.ts';

/** Why a question to the frontier has no answer. Words: `i18n/frontier-problems.ts`. */
export type FrontierProblem =
  | { code: 'no_criteria' }
  | { code: 'unknown_criterion'; option: string; criterion: string }
  | { code: 'unknown_theme'; theme: string }
  | { code: 'unknown_corridor'; corridor: string }
  | { code: 'bad_option'; option: string; value: string; wanted: string }
  | { code: 'included_and_excluded'; criterion: string }
  | { code: 'theme_too_small'; theme: string; least: number; criteria: number }
  | { code: 'floor_out_of_reach'; corridor: string; percent: number; products: number; admitted: number }
  | { code: 'no_set'; constraints: string[] };

/** What in the query contradicts itself or the data, all of it at once. Names are the table's. */
export function contradictions(
  table: LevelTable,
  candidates: readonly Candidate[],
  query: FrontierQuery
): FrontierProblem[] {
  if (candidates.length === 0) return [{ code: 'no_criteria' }];
  const both = query.include.filter((code) => query.exclude.includes(code));
  if (both.length > 0) return both.map((criterion) => ({ code: 'included_and_excluded', criterion }));
  return [...smallThemes(candidates, query), ...highFloors(table, candidates, query)];
}

function smallThemes(
  candidates: readonly Candidate[],
  { minThemes, exclude }: FrontierQuery
): FrontierProblem[] {
  return minThemes.flatMap(({ theme, least }) => {
    const criteria = candidates.filter((one) => one.theme === theme && !exclude.includes(one.code)).length;
    return criteria < least ? [{ code: 'theme_too_small' as const, theme, least, criteria }] : [];
  });
}

/** Floors that the included criteria break by themselves: nothing that is added can mend it. */
function highFloors(
  table: LevelTable,
  candidates: readonly Candidate[],
  query: FrontierQuery
): FrontierProblem[] {
  const included = candidates.filter(({ code }) => query.include.includes(code));
  return query.floors.flatMap(({ corridor, percent }) => {
    const products = table.products.filter((product) => product.corridor === corridor);
    const admitted = admittedBy({ ...table, products }, included);
    return admitted < floorProducts(percent, products.length)
      ? [{ code: 'floor_out_of_reach' as const, corridor, percent, products: products.length, admitted }]
      : [];
  });
}

/** Whether it is proven that no set of any size meets the constraints. */
export function isInfeasible(points: readonly FrontierPoint[]): boolean {
  return points.every(({ admitted, bound }) => admitted === null && bound === null);
}
