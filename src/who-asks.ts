import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Role } from '#lib/access/role.ts';
import { authentication, sessionLimits } from '#lib/server/access/settings.ts';
import * as sessions from '#lib/server/access/sessions.ts';
import * as tokens from '#lib/server/access/tokens.ts';

/** Whoever sends a request. */
export interface Who {
  /** Null for the one person of this machine, where there is no sign-in. */
  name: string | null;
  accountId: string | null;
  role: Role;
  /** The only campaign that a token may ask about. */
  campaign: string | null;
}

const owner: Who = { name: null, accountId: null, role: 'manager', campaign: null };

export function isOpenToAll(dir: string): boolean {
  return authentication(process.env, dir) === 'none';
}

export function limits() {
  return sessionLimits(process.env);
}

/** Browsers take a `__Host-` cookie from this host alone, over https alone. */
function cookieName(url: URL): string {
  return url.protocol === 'https:' ? '__Host-palier' : 'palier';
}

export function sessionSecret({ cookies, url }: { cookies: Cookies; url: URL }): string | undefined {
  return cookies.get(cookieName(url));
}

/** Lax, since people come by links in messages; changes are asked for their origin besides. */
export function setSession({ cookies, url }: { cookies: Cookies; url: URL }, secret: string): void {
  const secure = url.protocol === 'https:';
  cookies.set(cookieName(url), secret, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function forgetSession({ cookies, url }: { cookies: Cookies; url: URL }): void {
  cookies.delete(cookieName(url), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:'
  });
}

function bearer({ request }: RequestEvent): string | undefined {
  return /^Bearer (\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** The session that the browser holds, first sign-ins that are not ended included. */
export function sessionOf(event: RequestEvent): sessions.Found | undefined {
  const secret = sessionSecret(event);
  return secret === undefined ? undefined : sessions.find(event.locals.store.dir, secret, limits());
}

function isForPrograms({ pathname }: URL): boolean {
  return pathname.startsWith('/api/') || pathname === '/metrics';
}

/** Who asks: by a token on the API, by a session elsewhere; undefined for whoever has not signed in. */
export async function whoAsks(event: RequestEvent): Promise<Who | undefined> {
  const { dir } = event.locals.store;
  if (isOpenToAll(dir)) return owner;
  if (isForPrograms(event.url) && event.request.headers.has('authorization'))
    return tokens.bearerOf(dir, bearer(event) ?? '');
  const found = sessionOf(event);
  if (!found || found.session.codeSecret !== undefined) return undefined;
  const { id: accountId, name, role } = found.account;
  return role === null ? undefined : { name, accountId, role, campaign: null };
}

/**
 * Notes that whoever asks is there; a session whose account has another role by now gets a new secret. Whether it did.
 */
export async function keepSession(event: RequestEvent): Promise<boolean> {
  const found = event.locals.who?.accountId ? sessionOf(event) : undefined;
  const renewed = found && (await sessions.keep(event.locals.store.dir, found));
  if (renewed !== undefined) setSession(event, renewed);
  return renewed !== undefined;
}
