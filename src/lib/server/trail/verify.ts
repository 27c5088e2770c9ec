import { beginning, firstBreak, type Entry } from './chain.ts';
import { monthDropped } from './trail.ts';
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

/** The months that the server told of dropping. */
function toldDropped(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ way, what, on }) =>
    way === 'server' && what === monthDropped && on?.['segment'] ? [on['segment']] : []
  );
}

/**
 * Sealed months that are not there though retention did not drop them. It drops the oldest first and tells of each in a
 * later month, so the latest that it dropped is told of in one that is still there; what told of those before it may have gone too.
 */
function missingProblems(
  sealed: readonly string[],
  present: readonly string[],
  told: ReadonlySet<string>
): string[] {
  const isThere = (segment: string) => present.includes(segment);
  const firstThere = sealed.findIndex(isThere);
  const oldest = firstThere < 0 ? sealed : sealed.slice(0, firstThere);
  const dropped = oldest.slice(0, oldest.findLastIndex((segment) => told.has(segment)) + 1);
  return sealed
    .filter((segment) => !isThere(segment) && !dropped.includes(segment))
    .map((segment) => `${segment}: is missing, and no entry tells that it was dropped`);
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
  const told = new Set<string>();
  const note = (entries: readonly Entry[]) => {
    for (const { hash } of entries) hashes.add(hash);
    for (const segment of toldDropped(entries)) told.add(segment);
    found.entries += entries.length;
  };
  let before: Place = { seq: 0, hash: beginning };
  for (const seal of seals) {
    hashes.add(seal.last);
    const entries = present.includes(seal.segment) ? await entriesOf(dir, seal.segment) : undefined;
    note(entries ?? []);
    if (entries) found.problems.push(...chainProblems(seal.segment, before, entries));
    else found.dropped.push(seal.segment);
    found.problems.push(...sealProblems(seal, before, entries));
    before = { seq: seal.to, hash: seal.last };
  }
  const names = seals.map(({ segment }) => segment);
  const open = present.filter((segment) => !names.includes(segment));
  if (open.length > 1) found.problems.push(`months without a seal: ${open.slice(0, -1).join(', ')}`);
  for (const segment of open) {
    const entries = await entriesOf(dir, segment);
    found.problems.push(...chainProblems(segment, before, entries));
    note(entries);
    before = entries.at(-1) ?? before;
  }
  found.problems.push(...missingProblems(names, present, told));
  if (expected !== undefined && !hashes.has(expected))
    found.problems.push(`no entry has the hash ${expected}`);
  return { ...found, last: before.hash, isWhole: found.problems.length === 0 };
}
