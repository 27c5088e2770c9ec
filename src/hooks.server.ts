import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  redirect,
  type Handle,
  type HandleServerError,
  type RequestEvent,
  type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building, dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { personOf } from '#lib/access/person.ts';
import { verdictOf } from '#lib/access/verdict.ts';
import { runningStore, start, stop } from '#lib/commands/application.ts';
import { accessWords } from '#lib/i18n/access.ts';
import { isLocale, preferredLocale, type Locale } from '#lib/i18n/locale.ts';
import { problem } from './routes/api/v1/problem.ts';
import { isRepeatable, kept, type Asker } from '#lib/server/kept-responses.ts';
import { isPlainName, namedBlank } from '#lib/server/named-blank.ts';
import { listenProblems } from '#lib/server/access/settings.ts';
import { isLoopback } from '#lib/server/loopback.ts';
import * as staging from '#lib/server/staging.ts';
import { deedOf } from '#lib/server/trail/requests.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { lastingTrouble, note, type Trouble } from '#lib/server/trouble.ts';
import { isOpenToAll, keepSession, whoAsks } from './who-asks.ts';
import { refusalResponse } from './refusal-page.ts';
import { troubleResponse } from './trouble-page.ts';
import { answered, failed } from '#lib/server/request-log.ts';

export const init: ServerInit = async () => {
  if (building) return;
  const dataDir = path.resolve(env.PALIER_DATA || 'data/store');
  const refusals = dev ? [] : listenProblems(env.HOST ?? '', process.env, dataDir);
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
  const sampleDir =
    env.PALIER_SAMPLE === 'off' ? undefined : (env.PALIER_SAMPLE_DIR ?? path.resolve('data/sample'));
  const trailMonths = env.PALIER_TRAIL_MONTHS ? Number(env.PALIER_TRAIL_MONTHS) : undefined;
  await start({ dataDir, sampleDir, trailMonths });
  process.once('sveltekit:shutdown', () => void stop());
};

function chooseLocale(url: URL, request: Request): Locale {
  const asked = url.searchParams.get('lang');
  return isLocale(asked) ? asked : preferredLocale(request.headers.get('accept-language'));
}

/** From this width of a window in px on the style sheet shows, of all figures and tables, what is drawn for desks. */
const deskFrom = 1200;

/** By a browser's client hint, which not all give. */
function isForDesk({ headers }: Request): boolean {
  return Number(headers.get('sec-ch-viewport-width') ?? 0) >= deskFrom;
}

const longestForm = 16_000_000;

/** Uploads go to disk as they arrive, up to a limit of their own; any other form is held in memory. */
function isTooLong({ request, url }: RequestEvent): boolean {
  if (request.method !== 'POST' || (url.pathname === '/imports' && url.search.startsWith('?/upload')))
    return false;
  return Number(request.headers.get('content-length') ?? Infinity) > longestForm;
}

const told: Handle = async (input) => {
  const start = performance.now();
  const response = await respond(input);
  const { route, request, params, url, locals } = input.event;
  answered(
    { route: route.id ?? 'none', method: request.method, status: response.status },
    performance.now() - start
  );
  const visit = { route: route.id, method: request.method, params, query: url.searchParams };
  const deed = deedOf(visit, response.status, locals.who?.name ?? null);
  // a request that was refused outright has no store
  if (deed && locals.store) await trail.append(locals.store.dir, deed);
  return response;
};

function isApi({ url }: RequestEvent): boolean {
  return url.pathname.startsWith('/api/');
}

/** Whether the percent signs of an address say what they stand for. A decoding whose result is not used would be left out of the build. */
function isDecodable(pathname: string): boolean {
  try {
    return decodeURI(pathname) !== '';
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Whether another site may have sent this: browsers say where a change comes from, and it must be from here. */
function isForged({ request, url }: RequestEvent): boolean {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return changes && request.headers.get('origin') !== url.origin;
}

/**
 * Whether this may come from another machine: by a host name that resolves here, which a page of another site could use, or
 * through a proxy while nobody has to sign in. Where people open an address of their own, sign-in stands before all.
 */
function isFromElsewhere({ url, request }: RequestEvent, isOpen: boolean): boolean {
  if (!isLoopback(url.hostname)) return isOpen || !process.env['PALIER_ORIGIN'];
  return (
    isOpen && ['forwarded', 'x-forwarded-for', 'x-forwarded-host'].some((name) => request.headers.has(name))
  );
}

/** Refuses, or sends elsewhere, whoever may not ask for this; undefined where the request is to be answered. */
function turnAway(event: RequestEvent): Response | undefined {
  const { route, request, url, params, locals } = event;
  if (route.id === null) return undefined; // nothing is there, for anybody
  const ask = { route: route.id, method: request.method, query: url.searchParams };
  const words = accessWords(locals.locale);
  const verdict = verdictOf(locals.role, ask, url.pathname);
  const isOutOfScope = locals.who?.campaign != null && locals.who.campaign !== params.code;
  if (verdict === 'forbidden' || isOutOfScope) return refusalResponse(event, 403, words.forbidden);
  if (verdict === 'answer') return undefined;
  if (isApi(event)) return problem(401, words.unknown, { 'www-authenticate': 'Bearer' });
  // thrown, it would be an answer without the headers of all others; scripts of our own pages take it only so
  if (event.isDataRequest || request.headers.has('x-sveltekit-action')) redirect(303, verdict.to);
  return new Response(null, { status: 303, headers: { location: verdict.to } });
}

/** What went wrong unexpectedly, as the API says it: the reference, and nothing of the cause. */
async function asProblem(response: Response): Promise<Response> {
  const { reference } = (await response.json()) as App.Error;
  return problem(500, `unexpected error, reference ${reference ?? 'unknown'}`);
}

/** The headers that the OWASP list of secure headers asks of every answer, but for the policy that pages carry. */
const secureHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'accept-ch': 'Sec-CH-Viewport-Width',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

function secured(response: Response): Response {
  // with « no-referrer » a browser would send forms without their origin, which are refused
  for (const [name, value] of Object.entries(secureHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  response.headers.set('cache-control', response.headers.get('cache-control') ?? 'private, no-cache');
  return response;
}

async function askerOf({ url, route, locals, request }: RequestEvent): Promise<Asker> {
  const uploads = route.id === '/imports' ? await staging.list(locals.store.dir) : [];
  const { locale, role, who } = locals;
  return {
    address: url.pathname + url.search,
    locale,
    role,
    campaign: who?.campaign ?? null,
    isNamed: who?.name != null,
    accept: request.headers.get('accept'),
    beside: JSON.stringify(uploads)
  };
}

/** Not where a session is renewed: an answer that was kept carries no cookie. */
function isKept({ isDataRequest, route, request, locals }: RequestEvent, isRenewed: boolean): boolean {
  if (isDataRequest || isRenewed || !isPlainName(locals.who?.name ?? '-')) return false;
  return isRepeatable(route.id, request.method);
}

/** The answer to whoever may have it, from what is kept where that will do. */
async function answer(event: RequestEvent, make: () => Promise<Response>): Promise<Response> {
  const isRenewed = await keepSession(event);
  const person = personOf(event.locals.who?.name ?? null);
  if (!isKept(event, isRenewed)) {
    event.locals.person = person;
    return make();
  }
  event.locals.person = person.name === null ? person : namedBlank;
  return kept(event.locals.store, await askerOf(event), person, make);
}

function refuseEarly(event: RequestEvent, isOpen: boolean): Response | undefined {
  if (isFromElsewhere(event, isOpen)) return refusalResponse(event, 421, 'unknown host');
  if (isTooLong(event)) return refusalResponse(event, 413, 'form too long');
  if (isApi(event) && !isDecodable(event.url.pathname)) return problem(400, 'malformed address');
  if (!isApi(event) && isForged(event)) return refusalResponse(event, 403, 'sent from another site');
  return undefined;
}

const respond: Handle = async ({ event, resolve }) => {
  const store = await runningStore();
  const early = refuseEarly(event, isOpenToAll(store.dir));
  if (early) return secured(early);
  Object.assign(event.locals, { store, locale: chooseLocale(event.url, event.request) });
  event.locals.isDesk = isForDesk(event.request);
  event.locals.who = await whoAsks(event);
  event.locals.role = event.locals.who?.role;
  const refusal = turnAway(event);
  if (refusal) return secured(refusal);
  const make = async () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%palier.lang%', event.locals.locale)
    });
  const resolved = await answer(event, make);
  const response = isApi(event) && resolved.status === 500 ? await asProblem(resolved) : resolved;
  return secured(response);
};

/** Says what is the matter with the store rather than failing, and shows nothing of one that is damaged. */
const troubled: Handle = async ({ event, resolve }) => {
  const say = (trouble: Trouble) =>
    troubleResponse(event.url, trouble, chooseLocale(event.url, event.request));
  const known = lastingTrouble();
  if (known) return say(known);
  try {
    const response = await resolve(event);
    const met = lastingTrouble();
    return met ? say(met) : response;
  } catch (thrown) {
    const trouble = note(thrown);
    if (trouble === undefined) throw thrown;
    return say(trouble);
  }
};

export const handle = sequence(troubled, told);

export const handleError: HandleServerError = ({ error: thrown, event, status, message }) => {
  if (status === 404) return { message };
  note(thrown);
  const reference = randomUUID().slice(0, 8);
  failed(reference, event.route.id ?? '', thrown);
  return { message, reference };
};
