import { items, named } from '#lib/reports/questions.ts';
import { ask } from '../../../../ask.ts';
import { splitFormat, write } from '../../../../format.ts';
import { problem, readOnly } from '../../../../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { name, format } = splitFormat(event.params.item, event.request);
  const item = named(items, event.params.question);
  if (!item) return problem(404, `unknown question: ${event.params.question}`);
  const answer = await ask(event, [event.params.question, name], (db, view) => item(db, view, name));
  return answer instanceof Response ? answer : write(answer, format);
};

export const fallback = readOnly;
