import type { RequestEvent } from '@sveltejs/kit';
import { openShare } from '#lib/commands/open-share.ts';
import { noSharedPage, sharedPage, sharedPasswordPage } from '#lib/reports/shared-page.ts';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive'
};

/** One product for whoever has the link; for all else the same answer, whatever the reason. */
async function open(event: RequestEvent, password: string | undefined): Promise<Response> {
  const { store, locale } = event.locals;
  const visit = { token: event.params.token ?? '', password, address: event.getClientAddress() };
  const found = await openShare(store, visit);
  if (found.kind === 'refused') return new Response(noSharedPage(locale), { status: 404, headers });
  if (found.kind === 'password')
    return new Response(sharedPasswordPage(locale, found.wasWrong), {
      status: found.wasWrong ? 403 : 200,
      headers
    });
  return new Response(sharedPage(found.exported, found.link, locale), { headers });
}

export function GET(event: RequestEvent): Promise<Response> {
  return open(event, undefined);
}

/** What looks whether an address is there is no reader, and counts for none. */
export function HEAD({ locals: { locale } }: RequestEvent): Response {
  return new Response(noSharedPage(locale), { status: 404, headers });
}

export async function POST(event: RequestEvent): Promise<Response> {
  const given = (await event.request.formData()).get('password');
  return open(event, typeof given === 'string' ? given : '');
}
