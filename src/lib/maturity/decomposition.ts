import { rate } from './figures.ts';
import { mean } from './mean.ts';
import { progressOf, type PanelProduct } from './panel.ts';
import type { Standing, Standings } from './standing.ts';

/** Definition 12: the two mean rates, from 0 to 1, and four parts that add up to their difference. */
export interface Decomposition {
  before: number;
  progress: number;
  entrants: number;
  leavers: number;
  questionnaire: number;
  after: number;
}

function meanRate(standings: readonly Standing[]): number {
  return mean(standings.flatMap((standing) => rate(standing) ?? []));
}

/** Null where P is empty: the parts then have no meaning. */
export function decompose(
  { before, after }: Standings,
  panel: readonly PanelProduct[]
): Decomposition | null {
  const progress = progressOf(panel);
  if (progress === null) return null;
  const [first, second] = [meanRate(before), meanRate(after)];
  const leavers = mean(panel.map(({ ownBefore }) => ownBefore)) - first;
  const entrants = second - mean(panel.map(({ ownAfter }) => ownAfter));
  const questionnaire = second - first - leavers - entrants - progress;
  return { before: first, progress, entrants, leavers, questionnaire, after: second };
}
