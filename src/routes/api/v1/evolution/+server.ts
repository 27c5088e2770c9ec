import { evolutionAnswer } from '#lib/reports/evolution-answer.ts';
import { remembered } from '../ask.ts';
import { pairAsked } from '../ask-pair.ts';
import { splitFormat, write } from '../format.ts';
import { problem, readOnly } from '../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url, request }) => {
  const pair = await pairAsked(locals.store, url);
  if (pair instanceof Response) return pair;
  const { format } = splitFormat(url.pathname, request);
  const answer = await remembered(locals.store, ['evolution', pair.key], (store) =>
    evolutionAnswer(store, pair)
  );
  return answer ? write(answer, format) : problem(404, `no campaign before ${pair.to.campaign.code}`);
};

export const fallback = readOnly;
