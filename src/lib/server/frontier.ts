import { candidatesIn, candidatesOf, type Candidate } from '#lib/maturity/frontier/candidate.ts';
import { contradictions, isInfeasible, type FrontierProblem } from '#lib/maturity/frontier/contradictions.ts';
import type { Frontier } from '#lib/maturity/frontier/frontier.ts';
import type { FrontierQuery } from '#lib/maturity/frontier/query.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { AskedView } from './asked-view.ts';
import { cached } from './cache.ts';
import { frontierApart, type Watching } from './frontier-apart.ts';
import { checkFrontierOptions, readFrontierOptions, type FrontierPairs } from './frontier-options.ts';
import * as levelTable from './level-table.ts';
import * as scenarios from './scenarios.ts';
import { sharedWork } from './shared-work.ts';
import type { Store } from './store.ts';

/** What a frontier is drawn from: the products in view, and the criteria at the levels under study. */
export interface FrontierBase {
  table: LevelTable;
  candidates: Candidate[];
}

export interface FrontierAnswer extends FrontierBase {
  query: FrontierQuery;
  found: Frontier;
}

export type FrontierOutcome = FrontierAnswer | { problems: FrontierProblem[] };

/**
 * The lines of a scenario at their levels, else the whole questionnaire at its targets, over the products in view;
 * undefined where the campaign has no scenario of this name.
 */
export async function baseOf(
  store: Store,
  { view }: AskedView,
  scenario: string | undefined
): Promise<FrontierBase | undefined> {
  return store.read(async (db) => {
    const found = scenario === undefined ? undefined : await scenarios.find(db, view.campaignId, scenario);
    if (scenario !== undefined && !found) return undefined;
    // scenarios and the frontier always count an unanswered criterion as lacking
    const filters = { ...view.filters, unanswered: 'count' as const };
    const table = await levelTable.read(db, { ...view, filters });
    return { table, candidates: found ? candidatesIn(table, found.requirements) : candidatesOf(table) };
  });
}

const underWay = new WeakMap<Store, ReturnType<typeof sharedWork<Frontier>>>();

function sharedIn(store: Store): ReturnType<typeof sharedWork<Frontier>> {
  const shared = underWay.get(store) ?? sharedWork<Frontier>();
  underWay.set(store, shared);
  return shared;
}

/**
 * The frontier of the candidates in view, under the constraints of name and value pairs; throws a RangeError where an
 * option can't be. Computed in a thread, kept until the data change, and cancelled when nobody waits any more.
 */
export async function read(
  store: Store,
  asked: AskedView,
  base: FrontierBase,
  pairs: FrontierPairs,
  watching: Watching = {}
): Promise<FrontierOutcome> {
  const given = [...pairs];
  checkFrontierOptions(given);
  const { table, candidates } = base;
  const { query, seconds, problems } = readFrontierOptions(given, table, candidates);
  const wrong = problems.length > 0 ? problems : contradictions(table, candidates, query);
  if (wrong.length > 0) return { problems: wrong };
  const key = JSON.stringify(['frontier', asked.key, candidates.map(keyOf), query, seconds]);
  const found = await kept(store, key, { ...base, query, seconds }, watching);
  return isInfeasible(found.points)
    ? { problems: [{ code: 'no_set', constraints: constraintsOf(query) }] }
    : { ...base, query, found };
}

type Task = FrontierBase & { query: FrontierQuery; seconds: number };

function keyOf({ code, level, weight }: Candidate): unknown[] {
  return [code, level, weight];
}

/** Results are kept, work under way is not: it may be cancelled. */
async function kept(
  store: Store,
  key: string,
  task: Task,
  { signal, onProgress }: Watching
): Promise<Frontier> {
  const known = cached<{ found?: Frontier }>(store, key, () => ({}));
  known.found ??= await sharedIn(store)(
    `${store.version()} ${key}`,
    (cancelled) => frontierApart(task, { signal: cancelled, ...(onProgress ? { onProgress } : {}) }),
    signal
  );
  return known.found;
}

/** The constraints as they are asked, to be named where no set meets them. */
export function constraintsOf(query: FrontierQuery): string[] {
  return [
    ...query.include.map((code) => `include ${code}`),
    ...query.exclude.map((code) => `exclude ${code}`),
    ...query.minThemes.map(({ theme, least }) => `min-theme ${theme}=${least}`),
    ...query.floors.map(({ corridor, percent }) => `corridor-floor ${corridor}=${percent}`)
  ];
}
