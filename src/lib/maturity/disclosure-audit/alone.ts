import type { Highs } from 'highs';
import { openAttack, type Attack } from './attack.ts';
import { bearingSums, boundBy } from './bearing.ts';
import type { Counts } from './counts.ts';
import { intervalOf, isSeenWide, wholeNumbers } from './possible.ts';
import { most, sizesAnd, totalOf } from './sizes.ts';

/** What was told before, by all that it rests on. */
export type LeftByThemselves = Map<string, number>;

export interface Alone {
  /**
   * How many whole numbers, as far as they matter, the printed sizes and the count's own total leave by themselves. Only a
   * total that a cell prints excuses what it leaves: one that has to be added up from others, as that of all criteria, tells
   * what they tell, and one of them can be withheld.
   */
  left(counts: Counts, unknown: number): number;
  close(): void;
}

function boundsOf({ unknowns }: Counts): string {
  return unknowns.map(({ lower, upper }) => `${lower}-${upper}`).join();
}

function wholeNumbersOf(attack: Attack, unknown: number): number {
  if (isSeenWide(attack, unknown)) return wholeNumbers;
  const interval = intervalOf(attack, unknown);
  return interval ? interval.high - interval.low + 1 : 0;
}

/** Counts that share their total, as a criterion's of all corridors, are asked of one and the same program. */
export function openAlone(highs: Highs, known: LeftByThemselves): Alone {
  const open = new Map<string, Attack>();

  function attackOf(key: string, counts: Counts): Attack {
    const attack = open.get(key) ?? openAttack(highs, counts);
    open.set(key, attack);
    return attack;
  }

  return {
    left(counts, unknown) {
      const name = counts.unknowns[unknown]?.name;
      if (!name) return 0;
      const sums = bearingSums(counts, name);
      const bearing = boundBy(counts, sums, name);
      const sizes = sizesAnd(bearing, [totalOf(name)], most(counts), bearing);
      const own = bearing.indexOf(name) ?? 0;
      const key = JSON.stringify([sizes.sums, boundsOf(sizes)]);
      const left = known.get(`${own} ${key}`) ?? wholeNumbersOf(attackOf(key, sizes), own);
      known.set(`${own} ${key}`, left);
      return left;
    },
    close() {
      for (const attack of open.values()) attack.close();
    }
  };
}
