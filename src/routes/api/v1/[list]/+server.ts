import { lists, named } from '#lib/reports/questions.ts';
import { remembered } from '../ask.ts';
import { splitFormat, write } from '../format.ts';
import { problem, readOnly } from '../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { name, format } = splitFormat(params.list, request);
  const list = named(lists, name);
  if (!list) return problem(404, `unknown list: ${name}`);
  return write(await remembered(locals.store, [name], (store) => store.read(list)), format);
};

export const fallback = readOnly;
