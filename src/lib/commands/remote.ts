import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deserialize, serialize } from 'node:v8';
import type { Store } from '#lib/server/store.ts';
import type { Request, Result } from './command.ts';
import { isAtHand, withBytes } from './file-on-disk.ts';
import { execute } from './registry.ts';

/*
 * DuckDB lets one process hold the file. While a server holds it, a command hands its work over: the server listens on
 * loopback, on a port and with a token written to a file in the store's folder that only its owner can read.
 */

interface Address {
  port: number;
  token: string;
}

/** By which a command knows that it speaks to Palier, and not to whoever has the port of a server that was killed. */
const ownHeader = 'x-palier-commands';
const failed = 500;
/** A file lies where the server can't read it. */
const outOfReach = 409;

function addressFile(dir: string): string {
  return path.join(dir, 'server.json');
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function answer(
  store: Store,
  token: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  response.setHeader(ownHeader, '1');
  if (!isAuthorised(request, token)) {
    response.writeHead(403).end();
    return;
  }
  try {
    const asked = deserialize(await buffer(request)) as Request;
    if (!Object.values(asked.files).flat().every(isAtHand)) response.writeHead(outOfReach).end();
    else response.end(serialize(await execute(store, asked)));
  } catch (error) {
    response.writeHead(failed).end(error instanceof Error ? error.message : String(error));
  }
}

/** Lets commands of other processes work on this process's store, until closed. */
export async function listen(store: Store): Promise<{ close(): void }> {
  const token = randomBytes(32).toString('hex');
  const server: Server = createServer((request, response) => void answer(store, token, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const file = addressFile(store.dir);
  try {
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify({ port, token } satisfies Address), { mode: 0o600 });
  } catch (error) {
    server.close(); // on a full disk nobody would ever find it
    throw error;
  }
  return {
    close() {
      rmSync(file, { force: true });
      server.close();
    }
  };
}

function readAddress(dir: string): Address | undefined {
  try {
    return JSON.parse(readFileSync(addressFile(dir), 'utf8')) as Address;
  } catch {
    return undefined; // no server, or one that is just writing the file
  }
}

/** Nobody listens there any more, or another program that has since been given the port. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof Stranger || code === 'ECONNREFUSED' || code.startsWith('HPE_');
}

/** Thrown where what answers is not this program. */
class Stranger extends Error {}

function readAnswer(status: number | undefined, bytes: Buffer): Result | undefined {
  if (status === 200) return deserialize(bytes) as Result;
  if (status === outOfReach) return undefined;
  if (status === failed) throw new Error(`the running server failed: ${bytes.toString()}`);
  throw new Stranger(`status ${status}`);
}

function post({ port, token }: Address, body: Uint8Array): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': body.length };
    const outgoing = httpRequest({ host: '127.0.0.1', port, method: 'POST', headers }, (response) => {
      buffer(response)
        .then((bytes) =>
          readAnswer(response.headers[ownHeader] === undefined ? undefined : response.statusCode, bytes)
        )
        .then(resolve, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** With all that large files hold, for a server that can't read them where they lie. */
function withContents(request: Request): Request {
  const files = Object.entries(request.files).map(([option, list]) => [option, list.map(withBytes)]);
  return { ...request, files: Object.fromEntries(files) as Request['files'] };
}

/** Has the server that holds the store in `dir` do the work; undefined where none answers. */
export async function delegate(dir: string, request: Request): Promise<Result | undefined> {
  const address = readAddress(dir);
  if (!address) return undefined;
  try {
    return (
      (await post(address, serialize(request))) ?? (await post(address, serialize(withContents(request))))
    );
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
