import { frontierProblem } from '#lib/i18n/frontier-problems.ts';
import { frontierJson, frontierTable } from '#lib/reports/frontier-answer.ts';
import * as frontier from '#lib/server/frontier.ts';
import { viewAsked } from '../../../ask.ts';
import { splitFormat, write } from '../../../format.ts';
import { problem, readOnly } from '../../../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, url, request } = event;
  const asked = await viewAsked(event);
  if (asked instanceof Response) return asked;
  try {
    const scenario = url.searchParams.get('scenario') ?? undefined;
    const base = await frontier.baseOf(locals.store, asked, scenario);
    if (!base) return problem(404, `unknown scenario: ${scenario}`);
    const { signal } = request;
    const outcome = await frontier.read(locals.store, asked, base, url.searchParams, { signal });
    if ('problems' in outcome)
      return problem(400, outcome.problems.map((one) => frontierProblem(one, 'en')).join('; '));
    const table = () => frontierTable(outcome.found.points);
    const { format } = splitFormat(url.pathname, request);
    return write({ figures: frontierJson(asked.campaign.code, outcome), table }, format);
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
};

export const fallback = readOnly;
