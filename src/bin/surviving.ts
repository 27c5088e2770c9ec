import { randomUUID } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { log } from '#lib/server/log.ts';

const refusal = (status: string) => `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;

function isGone(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}

/**
 * Ends what can't be answered. The head of the answer may be made, but is not sent before the first byte of the body: until
 * then another one can take its place.
 */
function giveUp(response: ServerResponse, thrown: unknown, isBegun: boolean): void {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  log('failure', { reference: randomUUID().slice(0, 8), route: 'file', name, gone: isGone(thrown) });
  if (isBegun || !response.socket) response.destroy();
  else response.socket.end(refusal(isGone(thrown) ? '404 Not Found' : '500 Internal Server Error'));
}

/**
 * Lets no single request end the process. Files of the build are sent by a program that remembers those it found at the start,
 * doesn't listen to its streams, and trusts the range that it is asked for.
 */
export function surviving(handler: RequestListener): RequestListener {
  return (request, response) => {
    // a server may send the whole where a part is asked for, and nothing here is long enough for parts
    delete request.headers.range;
    response.on('pipe', (source: Readable) => {
      let isBegun = false;
      source.once('data', () => (isBegun = true));
      source.once('error', (error) => giveUp(response, error, isBegun));
    });
    try {
      handler(request, response);
    } catch (error) {
      giveUp(response, error, false);
    }
  };
}
