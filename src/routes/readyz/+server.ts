import { canWrite } from '#lib/server/can-write.ts';
import { isReadable } from '#lib/server/store.ts';

/** The store can be read, and its folder written to. */
export async function GET({ locals }): Promise<Response> {
  const isReady = (await isReadable(locals.store)) && (await canWrite(locals.store.dir));
  return new Response(isReady ? 'ready\n' : 'not ready\n', {
    status: isReady ? 200 : 503,
    headers: { 'content-type': 'text/plain' }
  });
}
