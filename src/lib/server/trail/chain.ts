import { createHash } from 'node:crypto';

export type Way = 'page' | 'api' | 'command' | 'server';
export type Act = 'see' | 'export' | 'change';

/** Something that somebody did. It names what was seen or changed by codes and ids; it holds no answer. */
export interface Deed {
  /** As people or their system name them; null where unknown. */
  by: string | null;
  way: Way;
  act: Act;
  /** A route with its action, or a command. */
  what: string;
  /** Campaign, product, import …, by their codes and ids. */
  on: Record<string, string>;
  /** The status of an answer over HTTP, or of a command. */
  outcome: number;
}

/** One line of the trail. `hash` covers the line before it too, so that none can be changed or taken out unnoticed. */
export interface Entry extends Deed {
  seq: number;
  /** ISO, UTC. */
  at: string;
  hash: string;
}

/** What the first entry of all comes after. */
export const beginning = '0'.repeat(64);

/** SHA-256 over the hash before and the entry's fields in one order. */
export function hashOf(
  before: string,
  { seq, at, by, way, act, what, on, outcome }: Omit<Entry, 'hash'>
): string {
  const named = Object.entries(on).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify([seq, at, by, way, act, what, named, outcome])}`)
    .digest('hex');
}

function link(before: { seq: number; hash: string }, at: string, deed: Deed): Entry {
  const entry = { seq: before.seq + 1, at, ...deed };
  return { ...entry, hash: hashOf(before.hash, entry) };
}

/** Entries of one moment, each after the one before. */
export function linkAll(before: { seq: number; hash: string }, at: string, deeds: readonly Deed[]): Entry[] {
  const entries: Entry[] = [];
  for (const deed of deeds) entries.push(link(entries.at(-1) ?? before, at, deed));
  return entries;
}

/** The first entry that does not follow from the one before it; undefined where all do. */
export function firstBreak(
  before: { seq: number; hash: string },
  entries: readonly Entry[]
): Entry | undefined {
  let last = before;
  for (const entry of entries) {
    if (entry.seq !== last.seq + 1 || entry.hash !== hashOf(last.hash, entry)) return entry;
    last = entry;
  }
  return undefined;
}
