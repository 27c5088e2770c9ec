import type { Locale } from '#lib/i18n/locale.ts';
import { troubleWords } from '#lib/i18n/trouble.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Trouble } from '#lib/server/trouble.ts';
import { problem } from './routes/api/v1/problem.ts';

function html(trouble: Trouble, locale: Locale): string {
  const title = say(locale, 'Palier ne peut pas répondre', 'Palier can’t answer');
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${troubleWords(trouble, locale)}</p>
    </main>
  </body>
</html>
`;
}

/** What every address answers while the store can't be used: 503, and why; probes in a word. */
export function troubleResponse(url: URL, trouble: Trouble, locale: Locale): Response {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'retry-after': '60' };
  if (url.pathname === '/healthz') return new Response('ok\n', { headers });
  if (url.pathname === '/readyz') return new Response(`not ready: ${trouble}\n`, { status: 503, headers });
  if (url.pathname.startsWith('/api/')) return problem(503, troubleWords(trouble, locale), headers);
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  return new Response(html(trouble, locale), {
    status: 503,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  });
}
