import { criterionKey, type Criterion } from './questionnaire.ts';

/** Why a criterion of one wave has no counterpart in the other; `out_of_view`: the filter takes that one away. */
export const obstacles = ['only_before', 'only_after', 'out_of_view', 'level_count', 'level_labels'] as const;
export type Obstacle = (typeof obstacles)[number];

/** A criterion of both waves with the same levels; `before` and `after` are its places in the questionnaires, from 0. */
export interface Compared {
  /** As the later questionnaire writes it. */
  code: string;
  before: number;
  after: number;
  targetBefore: number;
  targetAfter: number;
}

export interface NotCompared {
  code: string;
  obstacle: Obstacle;
}

/** A wave's questionnaire with the places, from 0, of the criteria in view. */
export interface AskedCriteria {
  criteria: readonly Criterion[];
  inView: ReadonlySet<number>;
}

export interface Comparison {
  compared: Compared[];
  apart: NotCompared[];
}

/** The criteria in view in either wave, matched by code: those with the same levels in both, and the others. */
export function compareCriteria(before: AskedCriteria, after: AskedCriteria): Comparison {
  const [earlier, later] = [placesOf(before), placesOf(after)];
  const matched = [...after.inView].map((place) => match(place, after, earlier, before));
  return {
    compared: matched.filter((one) => 'targetAfter' in one),
    apart: [...matched.filter((one) => 'obstacle' in one), ...leftBehind(before, after, later)]
  };
}

function placesOf({ criteria }: AskedCriteria): Map<string, number> {
  return new Map(criteria.map(({ code }, place) => [criterionKey(code), place]));
}

function match(
  place: number,
  { criteria }: AskedCriteria,
  earlier: ReadonlyMap<string, number>,
  before: AskedCriteria
): Compared | NotCompared {
  const criterion = criteria[place] as Criterion;
  const { code, target: targetAfter } = criterion;
  const counterpart = earlier.get(criterionKey(code));
  if (counterpart === undefined) return { code, obstacle: 'only_after' };
  if (!before.inView.has(counterpart)) return { code, obstacle: 'out_of_view' };
  const then = before.criteria[counterpart] as Criterion;
  const obstacle = levelObstacle(then, criterion);
  if (obstacle) return { code, obstacle };
  return { code, before: counterpart, after: place, targetBefore: then.target, targetAfter };
}

/** The criteria in view before that no criterion in view after answers to. */
function leftBehind(before: AskedCriteria, after: AskedCriteria, later: Map<string, number>): NotCompared[] {
  return [...before.inView].flatMap((position): NotCompared[] => {
    const { code } = before.criteria[position] as Criterion;
    const place = later.get(criterionKey(code));
    if (place === undefined) return [{ code, obstacle: 'only_before' }];
    return after.inView.has(place) ? [] : [{ code, obstacle: 'out_of_view' }];
  });
}

/** Levels are the same where they are as many, in the same words in both languages, in the same order. */
function levelObstacle(a: Criterion, b: Criterion): Obstacle | undefined {
  if (a.levels.length !== b.levels.length) return 'level_count';
  const isSame = a.levels.every(({ fr, en }, i) => fr === b.levels[i]?.fr && en === b.levels[i]?.en);
  return isSame ? undefined : 'level_labels';
}
