import { problem, readOnly } from '../problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => {
  return problem(404, `nothing at ${url.pathname}`);
};

export const fallback = readOnly;
