const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
  503: 'Service Unavailable'
};

export type ProblemStatus = keyof typeof titles;

/** A problem document (RFC 9457); `detail` says what is wrong in this case. */
export function problem(
  status: ProblemStatus,
  detail: string,
  headers: Record<string, string> = {}
): Response {
  return Response.json(
    { type: 'about:blank', title: titles[status], status, detail },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } }
  );
}

/** The API reads only: the answer to every method but GET and HEAD. */
export function readOnly({ request }: { request: Request }): Response {
  return problem(405, `${request.method} is not possible here: the API is read-only`, { allow: 'GET, HEAD' });
}
