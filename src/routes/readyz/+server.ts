import { isReadable } from '#lib/server/store.ts';

/** The store can be read. */
export async function GET({ locals }): Promise<Response> {
  const isReady = await isReadable(locals.store);
  return new Response(isReady ? 'ready\n' : 'not ready\n', {
    status: isReady ? 200 : 503,
    headers: { 'content-type': 'text/plain' }
  });
}
