import { beginning, linkAll, type Deed, type Entry } from './chain.ts';
import * as segments from './segments.ts';
import { segmentOf } from './segments.ts';

/** Where the chain ends. */
interface Tail {
  seq: number;
  hash: string;
  /** The month that is written to; undefined before the first entry. */
  segment: string | undefined;
}

/** One process holds a store, so it alone writes its trail, one entry after the other. */
const tails = new Map<string, Promise<Tail>>();

async function open(dir: string): Promise<Tail> {
  await segments.prepare(dir);
  const segment = (await segments.segments(dir)).at(-1);
  const seal = (await segments.sealed(dir)).at(-1);
  const before: Tail = { seq: seal?.to ?? 0, hash: seal?.last ?? beginning, segment: undefined };
  if (segment === undefined) return before;
  const torn = await segments.cutTorn(dir, segment);
  const last = (await segments.entriesOf(dir, segment)).at(-1);
  const isSealed = seal?.segment === segment;
  const tail: Tail = last ? { ...last, segment: isSealed ? undefined : segment } : before;
  return torn === 0 ? tail : add(dir, tail, [tornDeed(torn)]);
}

function tornDeed(bytes: number): Deed {
  return {
    by: null,
    way: 'server',
    act: 'change',
    what: 'torn entry cut',
    on: { bytes: String(bytes) },
    outcome: 0
  };
}

/** Seals the month that is over. */
async function seal(dir: string, segment: string): Promise<void> {
  const entries = await segments.entriesOf(dir, segment);
  const previous = (await segments.sealed(dir)).at(-1);
  await segments.addSeal(dir, segments.sealOf(segment, entries, previous?.last ?? beginning));
}

async function add(dir: string, tail: Tail, deeds: readonly Deed[]): Promise<Tail> {
  const now = new Date().toISOString();
  // a clock that was set back doesn't reopen a month
  const at =
    tail.segment !== undefined && segmentOf(now) < tail.segment ? `${tail.segment}-01T00:00:00.000Z` : now;
  const segment = segmentOf(at);
  if (tail.segment !== undefined && segment !== tail.segment) await seal(dir, tail.segment);
  const entries = linkAll(tail, at, deeds);
  await segments.addEntries(dir, segment, entries);
  const { seq, hash } = entries.at(-1) ?? tail;
  return { seq, hash, segment };
}

/** Runs `work` between two entries. */
async function inTurn(dir: string, work: (tail: Tail) => Promise<Tail>): Promise<void> {
  const next = (tails.get(dir) ?? open(dir)).then(work);
  tails.set(dir, next);
  try {
    await next;
  } catch (error) {
    // read anew from the files next time
    if (tails.get(dir) === next) tails.delete(dir);
    throw error;
  }
}

/** Deeds that wait while others are written: they go to the disk together. */
interface Batch {
  deeds: Deed[];
  written: Promise<void>;
}

const batches = new Map<string, Batch>();

/** Adds what somebody did to the trail of the store in `dir`. Throws where it can't be written: nothing goes untold. */
export function append(dir: string, deed: Deed): Promise<void> {
  const waiting = batches.get(dir);
  if (waiting) {
    waiting.deeds.push(deed);
    return waiting.written;
  }
  const deeds = [deed];
  const close = () => batches.delete(dir);
  const written = inTurn(dir, (tail) => {
    close();
    return add(dir, tail, deeds);
  });
  batches.set(dir, { deeds, written });
  // where the trail can't even be opened, nothing closes the batch but this
  written.catch(close);
  return written;
}

/** Copies the trail as it stands into another folder. */
export function copyTo(dir: string, folder: string): Promise<void> {
  return inTurn(dir, async (tail) => {
    await segments.copyTo(dir, folder);
    return tail;
  });
}

/** Forgets where the chain ends, for another process may write to it from now on. */
export function forget(dir: string): void {
  tails.delete(dir);
}

export interface Asked {
  by?: string;
  act?: string;
  /** Part of `what` or of what it was done on. */
  text?: string;
  /** Days, ISO, both included. */
  from?: string;
  to?: string;
}

function isAsked({ by, act, what, on, at }: Entry, asked: Asked): boolean {
  const day = at.slice(0, 10);
  return (
    (asked.by === undefined || by === asked.by) &&
    (asked.act === undefined || act === asked.act) &&
    (asked.text === undefined || `${what} ${Object.values(on).join(' ')}`.includes(asked.text)) &&
    (asked.from === undefined || day >= asked.from) &&
    (asked.to === undefined || day <= asked.to)
  );
}

/** Entries, newest first. Cost: the months that the days asked for touch. */
export async function list(dir: string, asked: Asked = {}): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const segment of await segments.segments(dir)) {
    if (asked.from !== undefined && segment < segmentOf(asked.from)) continue;
    if (asked.to !== undefined && segment > segmentOf(asked.to)) continue;
    found.push(...(await segments.entriesOf(dir, segment)).filter((entry) => isAsked(entry, asked)));
  }
  return found.reverse();
}

/** What an entry says of a month that retention dropped. */
export const monthDropped = 'trail month dropped';

/**
 * Drops sealed months but the latest `keep`; their seals stay. Returns which were dropped. Told first: a month that is missing
 * untold is no month that was dropped.
 */
export async function retain(dir: string, keep: number): Promise<string[]> {
  const sealed = new Set((await segments.sealed(dir)).map(({ segment }) => segment));
  const closed = (await segments.segments(dir)).filter((segment) => sealed.has(segment));
  const old = closed.slice(0, Math.max(0, closed.length - keep));
  for (const segment of old) {
    await append(dir, {
      by: null,
      way: 'server',
      act: 'change',
      what: monthDropped,
      on: { segment },
      outcome: 0
    });
    await segments.drop(dir, segment);
  }
  return old;
}
