import type { Highs } from 'highs';
import type { CellName } from '#lib/maturity/publication/cell.ts';
import { openAttack, type Attack, type Reach } from './attack.ts';
import { bearingSums, boundBy } from './bearing.ts';
import { countKey, type Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { sizesAnd, totalOf } from './sizes.ts';

/** How many whole numbers must stay possible. */
export const wholeNumbers = 3;

interface Interval {
  low: number;
  high: number;
  held: number[];
}

/** Undefined where the counts contradict each other. */
function intervalOf(attack: Attack, unknown: number): Interval | undefined {
  const up = attack.most([[unknown, 1]]);
  const down: Reach | undefined = up && attack.most([[unknown, -1]]);
  return up && down && { low: -down.value, high: up.value, held: [...up.held, ...down.held] };
}

/** Whether solutions met before show that enough is possible. */
function isSeenWide(attack: Attack, unknown: number): boolean {
  const seen = attack.seen(unknown);
  return seen !== undefined && seen.high - seen.low + 1 >= wholeNumbers;
}

export function most({ unknowns }: Counts): number {
  return unknowns.reduce((highest, { upper }) => Math.max(highest, upper), 0);
}

/** How many whole numbers counts leave by themselves, by all that was known of them: the same is asked again and again. */
export type LeftByThemselves = Map<string, number>;

/**
 * How many whole numbers the printed sizes and the count's own total leave by themselves. Only a total that a cell prints
 * excuses what it leaves: one that has to be added up from others, as that of all criteria, tells what they tell, and one
 * of them can be withheld.
 */
function leftByItself(highs: Highs, counts: Counts, unknown: number, known: LeftByThemselves): number {
  const name = counts.unknowns[unknown]?.name;
  if (!name) return 0;
  const bearing = boundBy(counts, bearingSums(counts, name), name);
  const alone = sizesAnd(bearing, [totalOf(name)], most(counts), bearing);
  const own = bearing.indexOf(name) ?? 0;
  const key = JSON.stringify([own, alone.sums, alone.unknowns.map(({ lower, upper }) => [lower, upper])]);
  const left = known.get(key) ?? wholeNumbersOf(highs, alone, own);
  known.set(key, left);
  return left;
}

function wholeNumbersOf(highs: Highs, counts: Counts, unknown: number): number {
  const attack = openAttack(highs, counts);
  const interval = intervalOf(attack, unknown);
  attack.close();
  return interval ? interval.high - interval.low + 1 : 0;
}

export function cellNames(counts: Counts, campaign: string, held: number[]): CellName[] {
  const names = new Map<string, CellName>();
  for (const index of held) {
    const cell = counts.unknowns[index]?.cell;
    if (cell && cell.status !== 'withheld') names.set(countKey(cell), { ...cell, campaign });
  }
  return [...names.values()];
}

/** What an outsider can tell too closely of these withheld counts. */
export function narrowCounts(
  highs: Highs,
  campaign: string,
  counts: Counts,
  targets: number[],
  left: LeftByThemselves = new Map()
): Finding[] {
  const attack = openAttack(highs, counts);
  const findings = targets.flatMap((target): Finding[] => {
    const cell = counts.unknowns[target]?.cell;
    if (!cell || isSeenWide(attack, target)) return [];
    const interval = intervalOf(attack, target);
    if (!interval) return [{ kind: 'contradiction', cell }];
    const { low, high, held } = interval;
    if (high - low + 1 >= wholeNumbers) return [];
    const needed = Math.min(wholeNumbers, leftByItself(highs, counts, target, left));
    if (high - low + 1 >= needed) return [];
    return [{ kind: 'narrow', cell, low, high, needed, from: cellNames(counts, campaign, held) }];
  });
  attack.close();
  return findings;
}
