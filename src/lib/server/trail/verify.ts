import { beginning, firstBreak, type Entry } from './chain.ts';
import { entriesOf, sealed, segments, type Seal } from './segments.ts';

/** What a look at the whole chain found. */
export interface Verification {
  isWhole: boolean;
  /** Entries that are there. */
  entries: number;
  /** Months that were dropped, of which the seal is left. */
  dropped: string[];
  /** The hash by which the chain ends: kept elsewhere, it shows later that nothing was cut off. */
  last: string;
  problems: string[];
}

interface Place {
  seq: number;
  hash: string;
}

function sealProblems(seal: Seal, before: Place, entries: readonly Entry[] | undefined): string[] {
  const { segment, from, to, after, last } = seal;
  if (after !== before.hash || from !== before.seq + 1)
    return [`${segment}: its seal does not follow the one before`];
  if (!entries) return [];
  const end = entries.at(-1);
  return end?.seq === to && end.hash === last ? [] : [`${segment}: does not end as its seal says`];
}

function chainProblems(segment: string, before: Place, entries: readonly Entry[]): string[] {
  const broken = firstBreak(before, entries);
  return broken ? [`${segment}: broken at entry ${broken.seq ?? '?'}`] : [];
}

/**
 * Reads the whole trail and says whether every entry follows from the one before, and whether the entry of hash
 * `expected`, noted earlier, is still there. Cost: all entries.
 */
export async function verify(dir: string, expected?: string): Promise<Verification> {
  const present = await segments(dir);
  const seals = await sealed(dir);
  const found: Verification = { isWhole: true, entries: 0, dropped: [], last: beginning, problems: [] };
  const hashes = new Set<string>();
  let before: Place = { seq: 0, hash: beginning };
  for (const seal of seals) {
    hashes.add(seal.last);
    const entries = present.includes(seal.segment) ? await entriesOf(dir, seal.segment) : undefined;
    for (const { hash } of entries ?? []) hashes.add(hash);
    if (entries) found.problems.push(...chainProblems(seal.segment, before, entries));
    else found.dropped.push(seal.segment);
    found.problems.push(...sealProblems(seal, before, entries));
    found.entries += entries?.length ?? 0;
    before = { seq: seal.to, hash: seal.last };
  }
  const open = present.filter((segment) => !seals.some((seal) => seal.segment === segment));
  if (open.length > 1) found.problems.push(`months without a seal: ${open.slice(0, -1).join(', ')}`);
  for (const segment of open) {
    const entries = await entriesOf(dir, segment);
    found.problems.push(...chainProblems(segment, before, entries));
    found.entries += entries.length;
    for (const { hash } of entries) hashes.add(hash);
    before = entries.at(-1) ?? before;
  }
  if (expected !== undefined && !hashes.has(expected))
    found.problems.push(`no entry has the hash ${expected}`);
  return { ...found, last: before.hash, isWhole: found.problems.length === 0 };
}
