import { items, named } from '#lib/reports/questions.ts';
import * as renamings from '#lib/server/renamings.ts';
import { ask } from '../../../../ask.ts';
import { splitFormat, write } from '../../../../format.ts';
import { problem, readOnly } from '../../../../problem.ts';
import type { RequestEvent, RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { name, format } = splitFormat(event.params.item, event.request);
  const item = named(items, event.params.question);
  if (!item) return problem(404, `unknown question: ${event.params.question}`);
  const answer = await ask(event, [event.params.question, name], (db, view) => item(db, view, name));
  if (!(answer instanceof Response)) return write(answer, format);
  return event.params.question === 'products' && answer.status === 404
    ? ((await elsewhere(event, name)) ?? answer)
    : answer;
};

/** A product that was merged or renamed is at the address of the one it is. */
async function elsewhere({ locals, url, params }: RequestEvent, id: string): Promise<Response | undefined> {
  const kept = await locals.store.read((db) => renamings.keptId(db, id.toLowerCase()));
  if (kept === id.toLowerCase()) return undefined;
  const format = params.item.slice(id.length);
  const path = url.pathname.slice(0, -params.item.length) + kept + format;
  return new Response(null, { status: 307, headers: { location: path + url.search } });
}

export const fallback = readOnly;
