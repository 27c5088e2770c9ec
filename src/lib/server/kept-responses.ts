import type { Store } from './store.ts';

/*
 * Whole answers, kept as long as the data don't change. What a page shows rests on the store's version, its address, the
 * language and who asks; whoever asks by a cookie or a token has answers of their own. A page's nonce is drawn anew each
 * time.
 */

/** What an answer rests on besides the data. */
export interface Asker {
  address: string;
  locale: string;
  role: string | undefined;
  /** The headers `cookie`, `authorization` and `accept`, as they came. */
  headers: readonly (string | null)[];
  /** What else it rests on, as text: files beside the store. */
  beside?: string;
}

interface Kept {
  headers: [string, string][];
  /** The body, parted where its nonce stands. */
  parts: Buffer<ArrayBuffer>[];
  nonce: string | undefined;
  bytes: number;
}

interface Keep {
  version: number;
  day: string;
  entries: Map<string, Promise<Kept | undefined>>;
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

function parted(body: Buffer<ArrayBuffer>, nonce: string | undefined): Buffer<ArrayBuffer>[] {
  if (nonce === undefined) return [body];
  return body
    .toString()
    .split(nonce)
    .map((part) => Buffer.from(part));
}

/** Undefined for what is not to be given to anybody a second time. */
async function keptOf(response: Response): Promise<Kept | undefined> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return undefined;
  const nonce = nonceIn(response.headers);
  const body = Buffer.from(await response.clone().arrayBuffer());
  return { headers: [...response.headers], parts: parted(body, nonce), nonce, bytes: body.length };
}

/** A stream, for a body given as bytes would be copied each time. */
function body(
  parts: readonly Buffer<ArrayBuffer>[],
  between: string
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const [i, part] of parts.entries()) {
        if (i > 0) controller.enqueue(Buffer.from(between));
        if (part.length > 0) controller.enqueue(part);
      }
      controller.close();
    }
  });
}

function again({ headers, parts, nonce }: Kept): Response {
  if (nonce === undefined) return new Response(body(parts, ''), { headers });
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const own = headers.map(([name, value]): [string, string] => [
    name,
    name === policyName ? value.replaceAll(nonce, fresh) : value
  ]);
  return new Response(body(parts, fresh), { headers: own });
}

function makeRoom(keep: Keep, bytes: number): void {
  keep.bytes += bytes;
  if (keep.bytes <= mostBytes) return;
  // simpler than the least recently used, and as good: what is asked for often is soon there again
  keep.entries.clear();
  keep.bytes = 0;
}

/** The answer that was given to the same question, or else `make`'s, which several who ask at once share. */
export async function kept(store: Store, asker: Asker, make: () => Promise<Response>): Promise<Response> {
  const keep = keepOf(store);
  const key = JSON.stringify(asker);
  const asked = keep.entries.get(key);
  if (asked) {
    const known = await asked.catch(() => undefined);
    return known ? again(known) : make();
  }
  const made = make();
  const entry = made.then(keptOf);
  keep.entries.set(key, entry);
  const forget = () => keep.entries.delete(key);
  entry.then((found) => (found ? makeRoom(keep, found.bytes) : forget()), forget);
  await entry.catch(() => undefined); // the body is read before it is given away
  return made;
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
