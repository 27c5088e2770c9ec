import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { listenProblems } from '#lib/server/access/settings.ts';
import { dataFolder } from './arguments.ts';
import { environmentProblems } from './environment.ts';
import { surviving } from './surviving.ts';

export const serveUsage = 'palier serve [--port N] [--host H] [--data DIR]';

// src/bin and build/bin are both two folders deep
const root = path.resolve(import.meta.dirname, '../..');

/** Who sends slowly holds a connection no longer than this; an upload may take its time. */
const patience = { headersTimeout: 10_000, requestTimeout: 1_800_000, connectionsCheckingInterval: 2_000 };

interface Settings {
  host: string;
  port: number;
  data: string;
}

function readSettings(argv: string[]): Settings | string {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } }
    });
    const port = Number(values.port ?? (process.env['PORT'] || 3000));
    if (!Number.isInteger(port) || port < 0 || port > 65535) return `invalid port: ${values.port ?? ''}`;
    return { host: values.host ?? (process.env['HOST'] || '127.0.0.1'), port, data: dataFolder(values.data) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the built application reads when it is loaded. */
function configure({ data, host }: Settings): void {
  Object.assign(process.env, {
    PALIER_DATA: data,
    PALIER_SAMPLE_DIR: path.join(root, 'data/sample'),
    PALIER_NOTICES_DIR: path.join(root, 'data/notices'),
    HOST: host,
    // the import page bounds its uploads itself, with a message; hooks.server.ts bounds all other forms
    BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? 'Infinity',
    PROTOCOL_HEADER: 'x-forwarded-proto',
    ...(process.env['PALIER_ORIGIN'] ? { ORIGIN: process.env['PALIER_ORIGIN'] } : {})
  });
}

async function loadHandler(): Promise<RequestListener> {
  const module = (await import(pathToFileURL(path.join(root, 'build/handler.js')).href)) as {
    handler: RequestListener;
  };
  // adapter-node takes plain HTTP for https unless told, and would then refuse every form as cross-site
  return surviving((request, response) => {
    request.headers['x-forwarded-proto'] = 'http';
    return module.handler(request, response);
  });
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function patienceSeconds(): number {
  return Number(process.env['PALIER_STOP_SECONDS'] || 20);
}

function untilStopped(server: Server): Promise<number> {
  return new Promise((resolve) => {
    const stop = (signal: string) => {
      server.close(() => {
        process.emit('sveltekit:shutdown' as 'beforeExit', signal as unknown as number);
        resolve(0);
      });
      server.closeIdleConnections();
      // what still runs has this long to end; then its connection is cut and its transaction rolled back
      setTimeout(() => server.closeAllConnections(), patienceSeconds() * 1000).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

function refuse(message: string, exit: 1 | 2): number {
  process.stderr.write(`${message}\n`);
  return exit;
}

/** Serves the built application until a signal stops it; returns the exit status. */
export async function serve(argv: string[]): Promise<number> {
  const problems = environmentProblems(process.env);
  if (problems.length > 0) return refuse(problems.join('\n'), 2);
  const settings = readSettings(argv);
  if (typeof settings === 'string') return refuse(`${settings}\nusage: ${serveUsage}`, 2);
  const refusals = listenProblems(settings.host, process.env, settings.data);
  if (refusals.length > 0) return refuse(refusals.join('\n'), 1);
  configure(settings);
  try {
    const server = createServer(patience, await loadHandler());
    await listen(server, settings);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : settings.port;
    process.stderr.write(
      `Palier: http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}\n`
    );
    return await untilStopped(server);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), 1);
  }
}
