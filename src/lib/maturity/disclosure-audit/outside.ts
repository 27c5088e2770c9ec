import type { Highs } from 'highs';
import type { CellName } from '#lib/maturity/publication/cell.ts';
import { openAlone, type LeftByThemselves } from './alone.ts';
import { openAttack } from './attack.ts';
import { countKey, type Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { intervalOf, isSeenWide, seeTogether, wholeNumbers } from './possible.ts';

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
  known: LeftByThemselves = new Map()
): Finding[] {
  const attack = openAttack(highs, counts);
  const alone = openAlone(highs, known);
  const isSeen = (target: number) => isSeenWide(attack, target);
  seeTogether(attack, targets, (target) => [[target, 1]], isSeen);
  const findings = targets.flatMap((target): Finding[] => {
    const cell = counts.unknowns[target]?.cell;
    if (!cell || isSeen(target)) return [];
    const interval = intervalOf(attack, target);
    if (!interval) return [{ kind: 'contradiction', cell }];
    const { low, high, held } = interval;
    if (high - low + 1 >= wholeNumbers) return [];
    const needed = Math.min(wholeNumbers, alone.left(counts, target));
    if (high - low + 1 >= needed) return [];
    return [{ kind: 'narrow', cell, low, high, needed, from: cellNames(counts, campaign, held) }];
  });
  alone.close();
  attack.close();
  return findings;
}
