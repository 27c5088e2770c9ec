import { may, needsOf, type Ask } from './may.ts';
import type { Role } from './role.ts';

/** What is done with a request: it is answered, forbidden, or whoever asks is sent elsewhere. */
export type Verdict = 'answer' | 'forbidden' | { to: string };

/** Where a reader, who may not see live data, begins. */
const readersHome = '/publications';

export const signInPath = '/sign-in';

/** An address in the language that was asked for, if one was. */
function inLanguage(path: string, { query }: Ask, further: Record<string, string> = {}): string {
  const lang = query.get('lang');
  const parameters = new URLSearchParams({ ...further, ...(lang === null ? {} : { lang }) });
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

function signIn(ask: Ask, path: string): string {
  const { route, method, query } = ask;
  const isPage = method === 'GET' && !route.startsWith('/figures/');
  const back = query.size === 0 ? path : `${path}?${query.toString()}`;
  return inLanguage(signInPath, ask, isPage ? { to: back } : {});
}

/** `path` is the address that was asked for, to come back to after signing in. */
export function verdictOf(role: Role | undefined, ask: Ask, path = ask.route): Verdict {
  if (may(role, ask)) return 'answer';
  if (role === undefined) return needsOf(ask) ? { to: signIn(ask, path) } : 'forbidden';
  return ask.route === '/' && ask.method === 'GET' ? { to: inLanguage(readersHome, ask) } : 'forbidden';
}
