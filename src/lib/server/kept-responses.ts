import type { Person } from '#lib/access/person.ts';
import { namedBlank } from './named-blank.ts';
import type { Store } from './store.ts';

/*
 * Whole answers, kept as long as the data don't change, for all of a role. What a page shows rests on the store's version, its
 * address, the language and what whoever asks may do; a blank stands for their name. A page's nonce is drawn anew each time.
 */

/** What an answer rests on besides the data. */
export interface Asker {
  address: string;
  locale: string;
  role: string | undefined;
  /** The only campaign that a token may ask about. */
  campaign: string | null;
  /** Whether people sign in, which every page's foot says. */
  isNamed: boolean;
  accept: string | null;
  /** What else it rests on, as text: files beside the store. */
  beside?: string;
}

/** What is written in when an answer is given away. */
interface Filling extends Person {
  nonce: string;
}

type Piece = Buffer<ArrayBuffer> | keyof Filling;

interface Kept {
  headers: [string, string][];
  status: number;
  pieces: Piece[];
  nonce: string | undefined;
  bytes: number;
  /** Not so for what is not to be given to anybody a second time. */
  isForAll: boolean;
}

interface Keep {
  version: number;
  day: string;
  entries: Map<string, Promise<Kept>>;
  bytes: number;
}

const mostBytes = 64 * 2 ** 20;
const keeps = new WeakMap<Store, Keep>();
const policyName = 'content-security-policy';

function keepOf(store: Store): Keep {
  // some pages say what is so today
  const day = new Date().toISOString().slice(0, 10);
  const known = keeps.get(store);
  if (known?.version === store.version() && known.day === day) return known;
  const fresh: Keep = { version: store.version(), day, entries: new Map(), bytes: 0 };
  keeps.set(store, fresh);
  return fresh;
}

function nonceIn(headers: Headers): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get(policyName) ?? '')?.[1];
}

/** A body, cut where something is written in. */
function cut(body: string, nonce: string | undefined): Piece[] {
  const blanks = new Map<string, keyof Filling>([
    [namedBlank.name, 'name'],
    [namedBlank.initials, 'initials'],
    ...(nonce === undefined ? [] : [[nonce, 'nonce'] as const])
  ]);
  const marks = [...blanks.keys()].map((mark) => mark.replace(/[+/=]/g, '\\$&'));
  const parts = body.split(new RegExp(`(${marks.join('|')})`)).filter((part) => part !== '');
  return parts.map((part) => blanks.get(part) ?? Buffer.from(part));
}

async function keptOf(response: Response): Promise<Kept> {
  const { status, headers } = response;
  const nonce = nonceIn(headers);
  const body = await response.text();
  const isForAll = status === 200 && !headers.has('set-cookie');
  return { headers: [...headers], status, pieces: cut(body, nonce), nonce, bytes: body.length, isForAll };
}

/** A stream, for a body given as bytes would be copied each time. */
function streamed(pieces: readonly Buffer<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece);
      controller.close();
    }
  });
}

/** Answers that have no body, by the standard of `fetch`. */
const bodiless = new Set([204, 205, 304]);

function given({ headers, status, pieces, nonce }: Kept, person: Person): Response {
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const filling: Filling = { ...person, nonce: fresh };
  const filled = pieces.map((piece) =>
    typeof piece === 'string' ? Buffer.from(filling[piece] ?? '') : piece
  );
  const own = new Headers(headers);
  const policy = own.get(policyName);
  if (policy !== null && nonce !== undefined) own.set(policyName, policy.replaceAll(nonce, fresh));
  // a name is as long as it is
  if (own.has('content-length'))
    own.set('content-length', String(filled.reduce((sum, { length }) => sum + length, 0)));
  return new Response(bodiless.has(status) ? null : streamed(filled), { status, headers: own });
}

function makeRoom(keep: Keep, bytes: number): void {
  keep.bytes += bytes;
  if (keep.bytes <= mostBytes) return;
  // simpler than the least recently used, and as good: what is asked for often is soon there again
  keep.entries.clear();
  keep.bytes = 0;
}

/** The answer that was given to the same question, or else `make`'s, which several who ask at once share. */
export async function kept(
  store: Store,
  asker: Asker,
  person: Person,
  make: () => Promise<Response>
): Promise<Response> {
  const keep = keepOf(store);
  const key = JSON.stringify(asker);
  const asked = keep.entries.get(key);
  if (asked) {
    const known = await asked.catch(() => undefined);
    return given(known?.isForAll ? known : await keptOf(await make()), person);
  }
  const entry = make().then(keptOf);
  keep.entries.set(key, entry);
  const forget = () => keep.entries.delete(key);
  entry.then(({ isForAll, bytes }) => (isForAll ? makeRoom(keep, bytes) : forget()), forget);
  return given(await entry, person);
}

/** Pages and questions whose answers rest on nothing but what an asker is, and the store. */
const repeatable = new Set([
  '/',
  '/analysis',
  '/audits',
  '/calibration',
  '/consultation',
  '/consultation.csv',
  '/criteria',
  '/criteria/[code]',
  '/evolution',
  '/follow-up',
  '/follow-up.csv',
  '/imports',
  '/method',
  '/products',
  '/products.csv',
  '/products/[id]',
  '/vendors',
  '/vendors/[name]',
  '/api/v1/[list]',
  '/api/v1/campaigns/[code]/[question]',
  '/api/v1/campaigns/[code]/[question]/[item]',
  '/api/v1/evolution'
]);

export function isRepeatable(route: string | null, method: string): boolean {
  return method === 'GET' && route !== null && repeatable.has(route);
}
