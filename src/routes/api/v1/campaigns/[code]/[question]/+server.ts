import { furtherOf, named, questions, type Further } from '#lib/reports/questions.ts';
import { ask } from '../../../ask.ts';
import { splitFormat, write } from '../../../format.ts';
import { problem, readOnly } from '../../../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { name, format } = splitFormat(event.params.question, event.request);
  const question = named(questions, name);
  if (!question) return problem(404, `unknown question: ${name}`);
  const further = furtherAsked(name, event.url);
  if (further instanceof Response) return further;
  const key = [name, ...further.flat()];
  const answer = await ask(event, key, (db, view) => question(db, view, further));
  return answer instanceof Response ? answer : write(answer, format);
};

function furtherAsked(name: string, { searchParams }: URL): Further | Response {
  try {
    return furtherOf(name, searchParams);
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
}

export const fallback = readOnly;
