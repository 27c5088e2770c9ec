import { may, needsOf, type Ask } from './may.ts';
import type { Role } from './role.ts';

/** What is done with a request: it is answered, forbidden, or whoever asks is sent elsewhere. */
export type Verdict = 'answer' | 'forbidden' | { to: string };

/** Where a reader, who may not see live data, begins. */
const readersHome = '/publications';

export const signInPath = '/sign-in';

function returnTo({ route, method, query }: Ask, path: string): string {
  const isPage = method === 'GET' && !route.startsWith('/figures/');
  const back = query.size === 0 ? path : `${path}?${query.toString()}`;
  return isPage ? `?${new URLSearchParams({ to: back }).toString()}` : '';
}

/** `path` is the address that was asked for, to come back to after signing in. */
export function verdictOf(role: Role | undefined, ask: Ask, path = ask.route): Verdict {
  if (may(role, ask)) return 'answer';
  if (role === undefined) return needsOf(ask) ? { to: signInPath + returnTo(ask, path) } : 'forbidden';
  return ask.route === '/' && ask.method === 'GET' ? { to: readersHome } : 'forbidden';
}
