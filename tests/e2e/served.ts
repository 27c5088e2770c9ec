import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'build');
const command = path.join(built, 'bin/palier.js');
const run = promisify(execFile);

/** The tests' own NODE_ENV would make a build for development. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env['NODE_ENV'];
  return env;
}

/** What a build is made from. */
const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'scripts/build-command.ts'];

async function filesIn(place: string): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function latestChange(): Promise<number> {
  const places = await Promise.all(sources.map((source) => filesIn(path.join(root, source))));
  const files = await Promise.all(places.flat().map((file) => stat(file)));
  return Math.max(...files.map(({ mtimeMs }) => mtimeMs));
}

async function isBuilt(): Promise<boolean> {
  if (!existsSync(command)) return false;
  const { mtimeMs } = await stat(command);
  return mtimeMs > (await latestChange());
}

/** Builds unless what is built is newer than every source. */
export async function ensureBuilt(): Promise<void> {
  if (!(await isBuilt())) await run('npm', ['run', 'build'], { cwd: root, env: plainEnvironment() });
}

/** The built command, on the store in `data`; the store may be a running server's. */
export async function palier(data: string, ...words: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [command, ...words, '--data', data], {
    cwd: root,
    env: plainEnvironment(),
    maxBuffer: 2 ** 28
  });
}

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  address: string;
  data: string;
  pid: number;
  /** What it has written to standard error, its log. */
  said: string[];
  /** The most memory that the server ever held. */
  peakMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

function firstAddress(server: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`)));
    if (!server.stderr) return reject(new Error('no pipe from the server'));
    createInterface(server.stderr).on('line', (line) => {
      said.push(line);
      const address = /^Palier: (http:\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}

/** How a server is started. */
export interface Serving {
  sample?: boolean;
  settings?: Record<string, string>;
  /** No file may grow beyond, as on a disk that is full. */
  mostFileKibibytes?: number;
  /** Where the build is, if not in its place. */
  build?: string;
}

/** Starts the built server, the Node process itself, on the store in `data`. */
export async function serve(data: string, serving: Serving): Promise<Served> {
  const { sample = false, settings = {}, mostFileKibibytes: most = 'unlimited' } = serving;
  const words = [
    path.join(serving.build ?? built, 'bin/palier.js'),
    'serve',
    '--port',
    settings['PORT'] ?? '0',
    '--data',
    data
  ];
  const server = spawn('sh', ['-c', `ulimit -f ${most}; exec "$0" "$@"`, process.execPath, ...words], {
    env: { ...plainEnvironment(), PALIER_SAMPLE: sample ? 'on' : 'off', ...settings },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const ended = once(server, 'exit');
  const said: string[] = [];
  return {
    address: await firstAddress(server, said),
    data,
    pid: server.pid ?? 0,
    said,
    async peakMegabytes() {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000;
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
    }
  };
}

/**
 * Runs `work` on a server with a folder of its own, which is gone afterwards; `fill` puts something into the store
 * before the server opens it.
 */
export async function withServer<T>(
  work: (served: Served) => Promise<T>,
  { fill, ...serving }: Serving & { fill?: (data: string) => Promise<unknown> } = {}
): Promise<T> {
  const data = await mkdtemp(path.join(os.tmpdir(), 'palier-served-'));
  try {
    await fill?.(data);
    const served = await serve(data, serving);
    try {
      return await work(served);
    } finally {
      await served.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
