import type { Term } from '#lib/maturity/whole-programs/program.ts';
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

/**
 * Goes up with many at once, as long as any of them is seen to be open that was not before: what was seen need not be asked
 * about. Nothing is concluded of the others.
 */
export function seeTogether<Item>(
  attack: Attack,
  items: readonly Item[],
  termsOf: (item: Item) => readonly Term[],
  isSeen: (item: Item) => boolean
): void {
  for (let open = items.filter((item) => !isSeen(item)), before = Infinity; open.length < before;) {
    before = open.length;
    if (before < 2) return;
    attack.push(open.flatMap(termsOf));
    open = open.filter((item) => !isSeen(item));
  }
}
