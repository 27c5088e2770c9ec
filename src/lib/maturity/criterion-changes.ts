import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { Compared } from './comparability.ts';
import { signFlip } from './sign-flip.ts';
import { attains, isCounted, type Pair } from './standing.ts';

/** One criterion over the panel's products to which it applies in both waves (definition 8). */
export interface CriterionChange {
  code: string;
  targetBefore: number;
  targetAfter: number;
  applicable: number;
  /** Attained in the first wave: at its own target, and at the later one's. */
  attainedBefore: number;
  attainedBeforeAtLater: number;
  attainedAfter: number;
  /** Share attained after less before, both at the later target; null where it applies to nobody in both. */
  change: number | null;
  /** Sign-flip permutation over vendors; `adjusted` over the criteria by Benjamini–Hochberg. */
  p: number | null;
  adjusted: number | null;
}

/** One row a compared criterion, in their order. */
export function criterionChanges(compared: readonly Compared[], pairs: readonly Pair[]): CriterionChange[] {
  const rows = compared.map((criterion, index) => changeOf(criterion, index, pairs));
  const tested = rows.filter(({ p }) => p !== null);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p ?? 1));
  const byRow = new Map(tested.map((row, i) => [row, adjusted[i] ?? null]));
  return rows.map((row) => ({ ...row, adjusted: byRow.get(row) ?? null }));
}

function changeOf({ code, targetBefore, targetAfter }: Compared, index: number, pairs: readonly Pair[]) {
  const row = {
    code,
    targetBefore,
    targetAfter,
    applicable: 0,
    attainedBefore: 0,
    attainedBeforeAtLater: 0,
    attainedAfter: 0
  };
  const byVendor = new Map<string, number>();
  for (const { before, after } of pairs) {
    const [then, now] = [before.marks[index], after.marks[index]];
    if (!isCounted(then) || !isCounted(now)) continue;
    const [attainedThen, attainedNow] = [Number(attains(then, 'after')), Number(attains(now, 'after'))];
    row.applicable += 1;
    row.attainedBefore += Number(attains(then, 'before'));
    row.attainedBeforeAtLater += attainedThen;
    row.attainedAfter += attainedNow;
    byVendor.set(after.vendorKey, (byVendor.get(after.vendorKey) ?? 0) + attainedNow - attainedThen);
  }
  if (row.applicable === 0) return { ...row, change: null, p: null, adjusted: null };
  const change = (row.attainedAfter - row.attainedBeforeAtLater) / row.applicable;
  return { ...row, change, p: signFlip([...byVendor.values()]), adjusted: null };
}
