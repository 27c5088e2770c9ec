import { codeAt, stepAt } from '#lib/server/access/one-time-code.ts';
import { Visitor } from './browser.ts';

export const password = 'a long enough password';

/** What somebody has to come in with: the codes' secret, and which of its codes was used last. */
export interface Holder {
  name: string;
  password: string;
  secret: string;
  step: number;
}

function textOf(html: string, after: RegExp): string {
  return after.exec(html)?.[1]?.replace(/<[^>]+>|\s/g, '') ?? '';
}

/** A first sign-in, to its end: the second factor taken up, and a password chosen where one was handed over. */
export async function comeFirst(visitor: Visitor, name: string, given: string): Promise<Holder> {
  const entered = await visitor.post('/sign-in', { name, password: given, code: '' });
  const next = entered.headers.get('location') ?? '';
  if (!next.startsWith('/sign-in/first')) throw new Error(`no first sign-in: ${entered.status} ${next}`);
  const html = await (await visitor.ask(next)).text();
  const secret = textOf(html, /<dd[^>]*><code[^>]*>([A-Z2-7 ]+)<\/code>/);
  const step = stepAt(Date.now());
  const fields = { code: codeAt(secret, step), password, again: password };
  const ended = await visitor.post('/sign-in/first', fields);
  if (ended.status !== 303) throw new Error(`first sign-in did not end: ${ended.status}`);
  return { name, password: html.includes('name="again"') ? password : given, secret, step };
}

/** A later sign-in, with a code that was not used yet: the next step's, which a clock a little ahead shows. */
export function enter(visitor: Visitor, holder: Holder): Promise<Response> {
  holder.step = Math.max(holder.step + 1, stepAt(Date.now()));
  const code = codeAt(holder.secret, holder.step);
  return visitor.post('/sign-in', { name: holder.name, password: holder.password, code });
}
