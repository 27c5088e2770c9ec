import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built application on a store of its own with the sample in it, on a free loopback port. */
export interface BenchServer {
  address: string;
  stop(): Promise<void>;
}

function announced(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    server.once('exit', () => reject(new Error(`the server stopped: ${text}`)));
  });
}

/** Starts `build/`, which `npm run build` makes; `fill` puts something in the store in place of the sample. */
export async function startServer(fill?: (data: string) => Promise<void>): Promise<BenchServer> {
  const data = await mkdtemp(path.join(os.tmpdir(), 'palier-bench-'));
  await fill?.(data);
  const server = spawn(process.execPath, ['build/bin/palier.js', 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  const address = await announced(server);
  return {
    address,
    async stop() {
      server.kill('SIGTERM');
      await stopped;
      await rm(data, { recursive: true });
    }
  };
}

export async function page(server: BenchServer, route: string): Promise<string> {
  const response = await fetch(server.address + route);
  if (!response.ok) throw new Error(`${route}: ${response.status}`);
  return response.text();
}

export function gzipped(text: string): number {
  return gzipSync(text).length;
}
