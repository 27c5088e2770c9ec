import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import type { FrontierAnswer } from '#lib/server/frontier.ts';
import { tableOf, type Table } from './table.ts';

/** The frontier as the command line and the API give it. */
export function frontierJson(campaign: string, { found }: FrontierAnswer) {
  const { products, measure, points, seconds } = found;
  return { campaign, products, measure, points, seconds: Math.round(seconds * 1000) / 1000 };
}

/** One row a point. */
export function frontierTable(points: readonly FrontierPoint[]): Table {
  return tableOf(points, {
    size: (p) => p.size,
    firmness: (p) => p.firmness,
    conditional: (p) => p.conditional,
    admitted: (p) => p.admitted,
    bound: (p) => p.bound,
    proven: (p) => String(p.proven),
    criteria: (p) => p.criteria.join(' '),
    withinOne: (p) => p.withinOne,
    withinOneBound: (p) => p.withinOneBound,
    withinOneProven: (p) => String(p.withinOneProven)
  });
}
