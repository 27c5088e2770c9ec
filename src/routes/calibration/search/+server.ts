import { error } from '@sveltejs/kit';
import { calibrationAsked } from '#lib/reports/calibration.ts';
import { withSeconds } from '#lib/reports/calibration-figures.ts';
import * as frontier from '#lib/server/frontier.ts';
import { askedByAddress } from '../../asked.ts';
import type { RequestHandler } from './$types';

/**
 * How far the search of a page's frontier is: a line of JSON each time, until it ends. The page at the same parameters
 * then has the result at once. Whoever goes away ends the search, unless others wait for it.
 */
export const GET: RequestHandler = async ({ locals: { store }, url }) => {
  const asked = calibrationAsked((await askedByAddress(store, url)) ?? error(404, 'no campaign yet'));
  const base = await frontier.baseOf(store, asked, url.searchParams.get('scenario') || undefined);
  if (!base) error(404, 'unknown scenario');
  const given = withSeconds(url.searchParams);
  const gone = new AbortController();
  const { readable, writable } = new TransformStream<string, string>();
  const writer = writable.getWriter();
  const leave = () => gone.abort();
  writer.closed.catch(leave);
  const onProgress = (progress: unknown) => void writer.write(`${JSON.stringify(progress)}\n`).catch(leave);
  frontier
    .read(store, asked, base, given, { signal: gone.signal, onProgress })
    // what can't be searched is said by the page itself
    .catch(() => undefined)
    .then(() => writer.close())
    .catch(leave);
  return new Response(readable.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
  });
};
