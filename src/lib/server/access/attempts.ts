/*
 * How often somebody may try. What is counted is kept in memory only: a restart forgives, and takes longer than the first
 * lock-outs.
 */

interface Count {
  failures: number;
  /** Milliseconds since 1970: before this, nothing is looked at. */
  until: number;
  last: number;
}

export interface AttemptLimit {
  /** So many failures are free. */
  free: number;
  firstMs: number;
  longestMs: number;
}

export const byName: AttemptLimit = { free: 5, firstMs: 30_000, longestMs: 15 * 60_000 };
/** Many people may share an address. */
export const byAddress: AttemptLimit = { free: 30, firstMs: 30_000, longestMs: 15 * 60_000 };

/** Forgotten after this time without a failure. */
const forgottenMs = 60 * 60_000;
const mostKept = 20_000;
const counts = new Map<string, Count>();

/** Kept in the order of the last try: of a flood of names the oldest go, for the addresses it comes from are counted too. */
function keep(key: string, known: Count): void {
  counts.delete(key);
  counts.set(key, known);
  const [oldest] = counts.keys();
  if (counts.size > mostKept && oldest !== undefined) counts.delete(oldest);
}

/** For how many milliseconds nothing under this key is looked at; 0 where it may be tried. */
export function lockedMs(key: string, now = Date.now()): number {
  return Math.max(0, (counts.get(key)?.until ?? 0) - now);
}

/** Counts a try, before it is known to fail: tries side by side count like those one after the other. */
export function count(key: string, { free, firstMs, longestMs }: AttemptLimit, now = Date.now()): void {
  const known = counts.get(key);
  const failures = (known && now - known.last < forgottenMs ? known.failures : 0) + 1;
  const over = failures - free;
  const until = over >= 0 ? now + Math.min(longestMs, firstMs * 2 ** Math.min(over, 20)) : 0;
  keep(key, { failures, until, last: now });
}

/** It was right: nothing is held against this name any more. */
export function forgive(key: string): void {
  counts.delete(key);
}

/** It was right: this try does not count, those before it do. */
export function takeBack(key: string): void {
  const known = counts.get(key);
  if (known) counts.set(key, { ...known, failures: known.failures - 1, until: 0 });
}
