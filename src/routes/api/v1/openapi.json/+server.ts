import { description } from '../openapi.ts';
import { readOnly } from '../problem.ts';

export function GET() {
  return Response.json(description);
}

export const fallback = readOnly;
