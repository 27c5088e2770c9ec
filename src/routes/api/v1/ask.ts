import { askedView, type AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import type { View } from '#lib/server/view.ts';
import type { Answered } from '#lib/reports/questions.ts';
import { problem } from './problem.ts';

/** What the answers of this interface depend on beyond the view; others cache under keys of their own. */
const keyPrefix = ['api', 'internal'];

/** Keeps what is read under this name until the data change. */
export function remembered<T>(store: Store, name: string[], read: (store: Store) => Promise<T>): Promise<T> {
  return cached(store, JSON.stringify([...keyPrefix, ...name]), () => read(store));
}

interface Asking {
  locals: App.Locals;
  url: URL;
  params: { code: string };
}

/** The view that an address asks for, or the problem document that says why not. */
export async function viewAsked({ locals, url, params }: Asking): Promise<AskedView | Response> {
  try {
    const asked = await locals.store.read((db) => askedView(db, params.code, url.searchParams));
    return asked ?? problem(404, `unknown campaign: ${params.code}`);
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
}

/** The answer to a question to the view that an address asks for, or the problem document that says why not. */
export async function ask(
  event: Asking,
  name: string[],
  question: (db: Db, view: View) => Promise<Answered | undefined>
): Promise<Answered | Response> {
  const asked = await viewAsked(event);
  if (asked instanceof Response) return asked;
  const answered = await remembered(event.locals.store, [asked.key, ...name], (store) =>
    store.read((db) => question(db, asked.view))
  );
  return answered ?? problem(404, `not in view: ${name.join(' ')}`);
}
