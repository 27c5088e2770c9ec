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
const builtFile = 'bin/container-worker.cjs';
const source = '../ingest/containers/worker.ts';

let found: Promise<WorkerCode> | undefined;

/** The reader of containers, ready to run in a thread of its own: from the build, else bundled from source, once. */
export function workerCode(): Promise<WorkerCode> {
  return (found ??= findCode());
}

async function findCode(): Promise<WorkerCode> {
  const built = folders(here)
    .map((folder) => path.join(folder, builtFile))
    .find((file) => existsSync(file));
  return built === undefined ? bundled(path.join(here, source)) : { code: built, isCode: false };
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
