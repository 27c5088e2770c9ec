import { named, questions } from '#lib/reports/questions.ts';
import { ask } from '../../../ask.ts';
import { splitFormat, write } from '../../../format.ts';
import { problem, readOnly } from '../../../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { name, format } = splitFormat(event.params.question, event.request);
  const question = named(questions, name);
  if (!question) return problem(404, `unknown question: ${name}`);
  const answer = await ask(event, [name], question);
  return answer instanceof Response ? answer : write(answer, format);
};

export const fallback = readOnly;
