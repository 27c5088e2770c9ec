import type { Locale } from '#lib/i18n/locale.ts';
import type { Candidate } from '#lib/maturity/frontier/candidate.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import { fromOptimum, fromTargets } from '#lib/maturity/starting-points.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { FrontierAnswer } from '#lib/server/frontier.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { levelNames } from './optimum-lines.ts';
import type { OptimumLine } from './optimum-lines.ts';

/** The set of one point of the frontier, as the page lists it. */
export interface Optimum {
  size: number;
  admitted: number;
  bound: number | null;
  proven: boolean;
  lines: OptimumLine[];
}

/** The point that an address asks for: of that many requirements, or as firm; by default the last that half can meet. */
export function pointAsked({ found }: FrontierAnswer, size: string | null): FrontierPoint | undefined {
  const known = found.points.filter(({ admitted }) => admitted !== null);
  const asked = Number(size ?? '');
  if (size !== null && size !== '' && asked > 0)
    return found.measure === 'count'
      ? known.find((point) => point.size === asked)
      : known.find(({ firmness }) => firmness >= asked);
  return known.findLast(({ admitted }) => 2 * (admitted ?? 0) >= found.products) ?? known[0];
}

/** Its criteria with their levels. */
export function optimumOf(answer: FrontierAnswer, point: FrontierPoint, locale: Locale): Optimum {
  const { size, admitted, bound, proven } = point;
  return {
    size,
    admitted: admitted ?? 0,
    bound,
    proven,
    lines: levelNames(answer, chosenOf(answer, point), locale)
  };
}

/** The candidates of a point's set, weighed as the question says. */
export function chosenOf({ candidates, query }: FrontierAnswer, { criteria }: FrontierPoint): Candidate[] {
  return candidates
    .filter(({ code }) => criteria.includes(code))
    .map((one) => ({
      ...one,
      weight: query.weights.find(({ code }) => code === one.code)?.weight ?? one.weight
    }));
}

/** The requirements of a new scenario made of a point: the lines that were searched, those of the set mandatory. */
export async function optimumRequirements(
  store: Store,
  { view }: AskedView,
  scenario: string | undefined,
  chosen: readonly Candidate[]
): Promise<Requirement[] | undefined> {
  const lines = await store.read(async (db) => {
    if (scenario !== undefined) return (await scenarios.find(db, view.campaignId, scenario))?.requirements;
    return fromTargets((await questionnaires.read(db, view.questionnaireId)).criteria);
  });
  return lines && fromOptimum(lines, chosen);
}
