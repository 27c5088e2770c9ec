import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import project from '../package.json' with { type: 'json' };

/** DuckDB's JavaScript is a hundred small files, whose reading takes half of a short command's time: it is taken in. */
const bundled = '@duckdb/node-api';

const external = [
  ...Object.keys(project.dependencies).filter((name) => name !== bundled),
  '@duckdb/node-bindings'
];

/** What was taken in is CommonJS, and asks for its native part by `require`. */
const withRequire =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** Run in threads of their own (`src/lib/server/worker-code.ts`), of the command line and of the server alike. */
const workers = {
  answers: 'src/lib/commands/answers-worker.ts',
  container: 'src/lib/ingest/containers/worker.ts',
  frontier: 'src/lib/maturity/frontier/worker.ts'
};

// DuckDB's queries wait for one of libuv's threads: with the usual four, four heavy ones stop every page. The number is
// read before the first asynchronous read, which loading an ES module already is: hence a CommonJS file before it.
const launcher = `#!/usr/bin/env node
process.env.UV_THREADPOOL_SIZE ??= '16';
import('./palier.mjs');
`;

const common = { bundle: true, platform: 'node', target: 'node20' } as const;

/** Writes a program that is a process of its own as `NAME.mjs`, with a file for each part that is loaded when it is asked for. */
export async function bundleProgram(source: string, folder: string): Promise<string> {
  await build({
    ...common,
    entryPoints: [source],
    format: 'esm',
    // what few commands need, such as the drawing of charts, is loaded by those alone
    splitting: true,
    outExtension: { '.js': '.mjs' },
    external,
    banner: { js: withRequire },
    alias: { '#lib': './src/lib', '#tests': './tests' },
    outdir: folder
  });
  return `${folder}/${path.basename(source, '.ts')}.mjs`;
}

/** Writes the command line, with what runs in threads of its own, into a folder from which packages can be found. */
export async function bundleCommand(folder: string): Promise<string> {
  await bundleProgram('src/bin/palier.ts', folder);
  for (const [name, source] of Object.entries(workers))
    await build({ ...common, entryPoints: [source], format: 'cjs', outfile: `${folder}/${name}-worker.cjs` });
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
  await writeFile(`${folder}/palier.js`, launcher);
  await chmod(`${folder}/palier.js`, 0o755);
  return `${folder}/palier.js`;
}
