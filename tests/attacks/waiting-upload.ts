import type { Guarded } from './served.ts';

/** The page of an upload that waits for a manager's word. */
export async function waitingUpload({ address, manager }: Guarded): Promise<string> {
  const body = new FormData();
  body.set('campaign', 'v1');
  body.append('answers', new File(['product,vendor,Q01\nAlpha,Beta,2\n'], 'a.csv'));
  const headers = { origin: address, accept: 'text/html' };
  const response = await manager.ask('/imports?/upload', { method: 'POST', body, headers });
  return new URL(response.headers.get('location') ?? '', address).pathname;
}
