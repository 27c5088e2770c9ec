import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { problem, type ProblemStatus } from './routes/api/v1/problem.ts';

const style = `body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/26px 'Public Sans', Arial, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 64px 24px; }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 36px; }
p { margin: 0 0 16px; color: var(--ink-2); }
a { color: var(--accent); }`;

function html(status: number, message: string, nonce: string): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${message} · Palier</title>
    <link rel="stylesheet" href="/tokens.css" />
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <main>
      <p>${status}</p>
      <h1>${message}</h1>
      <p><a href="/">Palier</a></p>
    </main>
  </body>
</html>
`;
}

function wantsJson({ request, isDataRequest }: RequestEvent): boolean {
  return isDataRequest || request.headers.get('accept') === 'application/json';
}

/** The answer to what is refused before its route is asked, for a program, a script and a person; `message` is a constant. */
export function refusalResponse(event: RequestEvent, status: ProblemStatus, message: string): Response {
  if (event.url.pathname.startsWith('/api/')) return problem(status, message);
  if (wantsJson(event)) return Response.json({ message }, { status });
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'self' 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return new Response(html(status, message, nonce), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  });
}
