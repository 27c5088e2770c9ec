import type { Attack, Reach } from './attack.ts';

/** How many whole numbers must stay possible. */
export const wholeNumbers = 3;

export interface Interval {
  low: number;
  high: number;
  held: number[];
}

/** Undefined where the counts contradict each other. */
export function intervalOf(attack: Attack, unknown: number): Interval | undefined {
  const up = attack.most([[unknown, 1]]);
  const down: Reach | undefined = up && attack.most([[unknown, -1]]);
  return up && down && { low: -down.value, high: up.value, held: [...up.held, ...down.held] };
}

/** Whether solutions met before show that enough is possible. */
export function isSeenWide(attack: Attack, unknown: number): boolean {
  const seen = attack.seen(unknown);
  return seen !== undefined && seen.high - seen.low + 1 >= wholeNumbers;
}
