import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Esbuild from 'esbuild';

/** What `new Worker` takes: a file of the build, or code. */
export interface WorkerCode {
  code: string;
  isCode: boolean;
}

const here = fileURLToPath(new URL('.', import.meta.url));
/** What runs in threads of its own, by the name of its file in the build (`scripts/build-command.ts`). */
const sources = {
  answers: '../commands/answers-worker.ts',
  container: '../ingest/containers/worker.ts',
  frontier: '../maturity/frontier/worker.ts'
};

export type WorkerName = keyof typeof sources;

const found = new Map<WorkerName, Promise<WorkerCode>>();

/** A worker's code, ready to run in a thread of its own: from the build, else bundled from source, once. */
export function workerCode(name: WorkerName): Promise<WorkerCode> {
  const known = found.get(name) ?? findCode(name);
  found.set(name, known);
  return known;
}

async function findCode(name: WorkerName): Promise<WorkerCode> {
  const built = folders(here)
    .map((folder) => path.join(folder, `bin/${name}-worker.cjs`))
    .find((file) => existsSync(file));
  return built === undefined ? bundled(path.join(here, sources[name])) : { code: built, isCode: false };
}

/** A folder and those around it: how deep bundlers put a module in the build is up to them. */
function folders(folder: string): string[] {
  const around = path.dirname(folder);
  return around === folder ? [folder] : [folder, ...folders(around)];
}

/** A thread is started without the loaders that run TypeScript here, so its code is made plain first. */
async function bundled(entry: string): Promise<WorkerCode> {
  // not imported, lest a build take it in: a built application has its worker and needs no bundler
  const { build } = createRequire(import.meta.url)('esbuild') as typeof Esbuild;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false
  });
  return { code: outputFiles[0]?.text ?? '', isCode: true };
}
