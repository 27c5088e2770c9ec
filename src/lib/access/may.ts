import { policy, type Need } from './policy.ts';
import { isAtLeast, type Role } from './role.ts';

/** What a request asks for, by the terms of the policy. */
export interface Ask {
  route: string;
  method: string;
  query: URLSearchParams;
}

/** The form's action that SvelteKit runs: the first parameter that begins with a slash names it. */
function actionOf(query: URLSearchParams): string {
  const name = [...query.keys()].find((key) => key.startsWith('/'));
  return `?${name ?? '/default'}`;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** All that must be allowed for a request to be answered; undefined where the policy knows nothing of it. */
export function needsOf({ route, method, query }: Ask): readonly Need[] | undefined {
  const entry = own(policy, route);
  if (!entry) return undefined;
  const isForm = method === 'POST' && Object.keys(entry).some((key) => key.startsWith('?/'));
  const need = isForm ? own(entry, actionOf(query)) : own(entry, method);
  const known = need ?? (isForm ? undefined : own(entry, method === 'HEAD' ? 'GET' : 'fallback'));
  if (known === undefined) return undefined;
  // a form's answer shows the page
  return isForm && entry['GET'] !== undefined ? [known, entry['GET']] : [known];
}

function isMet(need: Need, role: Role | undefined): boolean {
  if (need === 'anyone' || need === 'link') return true;
  return role !== undefined && isAtLeast(role, need);
}

/** Whether somebody of this role, or nobody in particular, may ask for it; no for all that the policy doesn't name. */
export function may(role: Role | undefined, ask: Ask): boolean {
  return needsOf(ask)?.every((need) => isMet(need, role)) ?? false;
}

/** The actions of a page's forms that this role may ask for, by their names. */
export function actsFor(role: Role | undefined, route: string): string[] {
  const names = Object.keys(own(policy, route) ?? {}).flatMap((key) => /^\?\/(.+)$/.exec(key)?.[1] ?? []);
  return names.filter((name) => mayOpen(role, route, name));
}

/** Whether this role may open a page, or send a form to its action. */
export function mayOpen(role: Role | undefined, route: string, action?: string): boolean {
  const query = new URLSearchParams(action === undefined ? [] : [[`/${action}`, '']]);
  return may(role, { route, method: action === undefined ? 'GET' : 'POST', query });
}
